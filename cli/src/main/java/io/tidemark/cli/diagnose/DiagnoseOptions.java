package io.tidemark.cli.diagnose;

import io.tidemark.cli.observation.TargetOptions;
import io.tidemark.cli.option.DurationType;
import io.tidemark.cli.signatures.CatalogueOptions;
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
            paramLabel = "TIME",
            description = "How long to observe, such as 90s or 5m (60s)",
            converter = DurationType.class)
    Duration duration = Duration.ofSeconds(60);

    @Option(
            names = {"--format", "-format"},
            paramLabel = "FORMAT",
            description = "text, json, markdown or html (text)",
            converter = AnswerFormat.Names.class,
            completionCandidates = AnswerFormat.Names.class)
    AnswerFormat format = AnswerFormat.TEXT;

    @Option(
            names = {"--output", "-output", "-o"},
            paramLabel = "FILE",
            description = "Write the answer to a file")
    @Nullable
    Path output;

    @Option(
            names = {"--report", "-report"},
            paramLabel = "FILE",
            description = "Write a page with charts as well")
    @Nullable
    Path report;

    @Option(
            names = {"--monitor", "-monitor"},
            paramLabel = "SIZE",
            description = "What your monitor shows, such as 2512MiB, to find out what that number is")
    @Nullable
    String monitor;

    @Mixin
    CatalogueOptions catalogue = new CatalogueOptions();

    @Mixin
    TargetOptions target = new TargetOptions();

    @Parameters
    List<String> sources = new ArrayList<>();
}
