package io.tidemark.cli.record;

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

/** The command line of {@code tidemark record}. */
final class RecordOptions {
    @Option(
            names = {"--every", "-every"},
            converter = DurationType.class)
    Duration every = Duration.ofSeconds(10);

    @Option(
            names = {"--duration", "-duration"},
            converter = DurationType.class)
    Duration duration = Duration.ofMinutes(10);

    @Option(names = {"--output", "-output", "-o"})
    @Nullable
    Path output;

    @Option(names = {"--help", "-help", "-h"})
    boolean isHelp;

    @Mixin
    TargetOptions target = new TargetOptions();

    @Parameters
    List<String> urls = new ArrayList<>();
}
