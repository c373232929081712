package io.tidemark.cli.signatures;

import io.tidemark.analysis.finding.Kind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line of {@code tidemark signatures list}. */
final class ListOptions {
    @Option(
            names = {"--kind", "-kind"},
            paramLabel = "KIND",
            description = "Only those of a kind, such as heap-growth or goroutine-leak",
            converter = KindNames.class,
            completionCandidates = KindNames.class)
    @Nullable
    Kind kind;

    @Option(
            names = {"--json", "-json"},
            description = "As a document, for a program to read")
    boolean isJson;

    @Mixin
    CatalogueOptions catalogue = new CatalogueOptions();
}
