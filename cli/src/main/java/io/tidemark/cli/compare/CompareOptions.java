package io.tidemark.cli.compare;

import io.tidemark.cli.signatures.CatalogueOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line of {@code tidemark compare}. */
final class CompareOptions {
    @Option(
            names = {"--format", "-format"},
            paramLabel = "FORMAT",
            description = "text, json or markdown (text)",
            converter = ComparisonFormat.Names.class,
            completionCandidates = ComparisonFormat.Names.class)
    ComparisonFormat format = ComparisonFormat.TEXT;

    @Option(
            names = {"--output", "-output", "-o"},
            paramLabel = "FILE",
            description = "Write the comparison to a file")
    @Nullable
    Path output;

    @Option(
            names = {"--target", "-target"},
            paramLabel = "TEXT",
            description = "Of bundles with several targets, the one whose address has this text in it")
    String target = "";

    @Mixin
    CatalogueOptions catalogue = new CatalogueOptions();

    @Parameters
    List<String> sources = new ArrayList<>();
}
