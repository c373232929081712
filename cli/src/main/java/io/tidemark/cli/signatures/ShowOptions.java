package io.tidemark.cli.signatures;

import io.tidemark.analysis.signature.Catalogue;
import io.tidemark.analysis.signature.Signature;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The command line of {@code tidemark signatures show}. */
final class ShowOptions {
    @Mixin
    CatalogueOptions catalogue = new CatalogueOptions();

    @Parameters(paramLabel = "ID", completionCandidates = Ids.class)
    List<String> ids = new ArrayList<>();

    /** The ids of the built-in signatures. */
    static final class Ids implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Catalogue.builtIn().signatures().stream().map(Signature::id).iterator();
        }
    }
}
