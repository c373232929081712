package io.tidemark.cli.diagnose;

import io.tidemark.cli.observation.DurationType;
import io.tidemark.cli.observation.TargetOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line of {@code tidemark diagnose}. */
final class DiagnoseOptions {
    @Option(
            names = {"--duration", "-duration"},
            converter = DurationType.class)
    Duration duration = Duration.ofSeconds(60);

    @Option(names = {"--format", "-format"})
    String format = "text";

    @Option(names = {"--output", "-output", "-o"})
    @Nullable
    Path output;

    @Option(names = {"--report", "-report"})
    @Nullable
    Path report;

    @Option(names = {"--signatures", "-signatures"})
    @Nullable
    Path signatures;

    @Option(names = {"--help", "-help", "-h"})
    boolean isHelp;

    @Mixin
    TargetOptions target = new TargetOptions();

    @Parameters
    List<String> sources = new ArrayList<>();
}
