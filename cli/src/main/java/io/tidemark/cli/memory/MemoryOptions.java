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
    @Option(
            names = {"--monitor", "-monitor"},
            paramLabel = "SIZE",
            description = "What your monitor shows, such as 2512MiB (1024), 2.5GB (1000) or a number of bytes")
    @Nullable
    String monitor;

    @Option(
            names = {"--gc", "-gc"},
            description = "Make the target collect garbage first, for the exact live heap")
    boolean isCollected;

    @Option(
            names = {"--format", "-format"},
            paramLabel = "FORMAT",
            description = "text or json (text)",
            converter = AccountFormat.Names.class,
            completionCandidates = AccountFormat.Names.class)
    AccountFormat format = AccountFormat.TEXT;

    @Mixin
    TargetOptions target = new TargetOptions();

    @Parameters(paramLabel = "TARGET")
    List<String> urls = new ArrayList<>();
}
