package io.tidemark.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.model.profile.Utf8;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that tests expect, each in a file beside the test: {@code src/test/resources}, then the package and the name of the
 * test. Run the tests with {@code -Dtidemark.golden=write} to have the files written, and review the difference.
 */
public final class Golden {
    private static final Path ROOT = Path.of("src/test/resources");

    private Golden() {}

    /** Fails unless the file of this name has this text. */
    public static void check(Class<?> test, String name, byte[] actual) throws IOException {
        Path file = ROOT.resolve(test.getName().replace('.', '/')).resolve(name);
        if (System.getProperty("tidemark.golden", "").equals("write")) {
            Files.createDirectories(file.getParent());
            Files.write(file, actual);
            return;
        }
        assertThat(file)
                .as("expected output; -Dtidemark.golden=write writes it")
                .exists();
        assertThat(Utf8.decode(actual)).isEqualTo(Utf8.decode(Files.readAllBytes(file)));
    }
}
