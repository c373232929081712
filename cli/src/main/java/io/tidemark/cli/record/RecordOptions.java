package io.tidemark.cli.record;

import io.tidemark.cli.observation.TargetOptions;
import io.tidemark.cli.option.DurationType;
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
            names = {"--output", "-output", "-o"},
            paramLabel = "FILE",
            description = "The bundle to write; while recording it is FILE.part")
    @Nullable
    Path output;

    @Option(
            names = {"--duration", "-duration"},
            paramLabel = "TIME",
            description = "How long, such as 90s, 10m or 1h30m (10m)",
            converter = DurationType.class)
    Duration duration = Duration.ofMinutes(10);

    @Option(
            names = {"--every", "-every"},
            paramLabel = "TIME",
            description = "How often there are profiles; counters come twice as often (10s)",
            converter = DurationType.class)
    Duration every = Duration.ofSeconds(10);

    @Mixin
    TargetOptions target = new TargetOptions();

    @Parameters(paramLabel = "TARGET")
    List<String> urls = new ArrayList<>();
}
