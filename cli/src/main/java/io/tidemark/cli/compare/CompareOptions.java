package io.tidemark.cli.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line of {@code tidemark compare}. */
final class CompareOptions {
    @Option(names = {"--format", "-format"})
    String format = "text";

    @Option(names = {"--output", "-output", "-o"})
    @Nullable
    Path output;

    @Option(names = {"--target", "-target"})
    String target = "";

    @Option(names = {"--help", "-help", "-h"})
    boolean isHelp;

    @Parameters
    List<String> sources = new ArrayList<>();
}
