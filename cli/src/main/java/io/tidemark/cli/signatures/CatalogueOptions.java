package io.tidemark.cli.signatures;

import io.tidemark.analysis.signature.Catalogue;
import io.tidemark.analysis.signature.MalformedSignatureException;
import io.tidemark.cli.flag.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option for known defects of the user's own, to be mixed into those of a command. */
public final class CatalogueOptions {
    @Option(
            names = {"--signatures", "-signatures"},
            paramLabel = "DIR",
            description = "Known defects of your own, YAML files; those with the id of a built-in one replace it")
    private @Nullable Path directory;

    /** The signatures that are known. */
    public Catalogue catalogue() throws UsageException, IOException {
        Catalogue builtIn = Catalogue.builtIn();
        if (directory == null) {
            return builtIn;
        }
        try {
            return builtIn.with(SignatureFiles.read(List.of(directory)));
        } catch (MalformedSignatureException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
