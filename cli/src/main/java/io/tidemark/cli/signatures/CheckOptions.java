package io.tidemark.cli.signatures;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line of {@code tidemark signatures check}. */
final class CheckOptions {
    @Option(
            names = {"--against", "-against"},
            paramLabel = "FILE",
            description = "A bundle, a directory or a profile to try them on; may be given several times")
    List<Path> against = new ArrayList<>();

    @Parameters(paramLabel = "FILE")
    List<Path> files = new ArrayList<>();
}
