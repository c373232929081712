package io.tidemark.lab.score.program;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The directory {@code lab/programs/go}: the truths, and the sources of the programs. */
public final class Lab {
    private static final List<String> BINARIES = List.of("leaks", "leaks/cmd/leaks-cgo", "leaks-grpc133", "leaks-more");

    private final Path directory;
    private final List<Truth> truths;

    private Lab(Path directory, List<Truth> truths) {
        this.directory = directory;
        this.truths = List.copyOf(truths);
    }

    /** The lab of a checkout of the repository. */
    public static Lab of(Path repository) throws IOException {
        Path directory = repository.resolve("lab/programs/go");
        List<Truth> truths = new ArrayList<>();
        for (String binary : BINARIES) {
            truths.addAll(Truth.readAll(directory.resolve(binary)));
        }
        return new Lab(directory, truths);
    }

    public List<Truth> truths() {
        return truths;
    }

    /** What is true about the program of a name. */
    public Optional<Truth> truth(String name) {
        return truths.stream().filter(truth -> truth.name().equals(name)).findFirst();
    }

    /** Builds all binaries into a directory. */
    public void build(Path output) throws IOException, InterruptedException {
        Process build = new ProcessBuilder(directory.resolve("build").toString(), output.toString())
                .inheritIO()
                .start();
        int status = build.waitFor();
        if (status != 0) {
            throw new IOException(directory.resolve("build") + " ended with status " + status);
        }
    }
}
