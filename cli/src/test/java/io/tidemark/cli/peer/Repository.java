package io.tidemark.cli.peer;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of the project are, from whichever directory the tests run. */
final class Repository {
    private Repository() {}

    static Path file(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("ARCHITECTURE.md"))) {
                return at.resolve(name);
            }
        }
        throw new AssertionError("no ARCHITECTURE.md above " + Path.of("").toAbsolutePath());
    }
}
