package io.tidemark.collect.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.model.profile.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpoolTest {
    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    @Test
    void read_anySize_isTheSame() throws IOException {
        for (int size : new int[] {0, 1, Spool.IN_MEMORY - 1, Spool.IN_MEMORY, Spool.IN_MEMORY + 1, 1_000_000}) {
            try (Spool spool = Spool.of(new ByteArrayInputStream(bytes(size)), Limits.DEFAULT)) {
                assertThat(spool.read().readAllBytes()).isEqualTo(bytes(size));
            }
        }
    }

    @Test
    void close_file_isGone() throws IOException {
        Path file;
        try (Spool spool = Spool.inFile(new ByteArrayInputStream(bytes(10)), Limits.DEFAULT, ".x")) {
            file = spool.file();
            assertThat(file).hasBinaryContent(bytes(10));
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void of_moreThanTheLimit_leavesNoFile() throws IOException {
        String suffix = "." + System.nanoTime();
        Limits limits = Limits.DEFAULT.withMaxBytes(500_000);
        assertThatThrownBy(() -> Spool.inFile(new ByteArrayInputStream(bytes(1_000_000)), limits, suffix))
                .hasMessageStartingWith("input of more than 500000 bytes");
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(files.filter(file -> file.toString().endsWith(suffix))).isEmpty();
        }
    }
}
