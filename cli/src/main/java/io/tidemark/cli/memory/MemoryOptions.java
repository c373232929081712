package io.tidemark.cli.memory;

import io.tidemark.cli.observation.TargetOptions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line of {@code tidemark memory}. */
final class MemoryOptions {
    @Option(names = {"--monitor", "-monitor"})
    @Nullable
    String monitor;

    @Option(names = {"--gc", "-gc"})
    boolean isCollected;

    @Option(names = {"--format", "-format"})
    String format = "text";

    @Option(names = {"--help", "-help", "-h"})
    boolean isHelp;

    @Mixin
    TargetOptions target = new TargetOptions();

    @Parameters
    List<String> urls = new ArrayList<>();
}
