package io.tidemark.cli.peer;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of the project are, from whichever directory the tests run. */
final class Repository {
    private Repository() {}

    static Path file(String name) {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("ARCHITECTURE.md"))) {
            directory = directory.getParent();
        }
        return directory.resolve(name);
    }
}
