package io.tidemark.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFilesTest {
    @TempDir
    private Path directory;

    @Test
    void create_always_takesTheFirstFreeNumber() throws IOException {
        Files.createFile(directory.resolve("profile002.pb.gz"));
        try (TemporaryFiles files = new TemporaryFiles()) {
            assertThat(files.create(directory, "profile", ".pb.gz")).hasFileName("profile001.pb.gz");
            assertThat(files.create(directory, "profile", ".pb.gz")).hasFileName("profile003.pb.gz");
        }
        assertThat(directory.resolve("profile003.pb.gz")).exists();
    }

    @Test
    void close_passingFile_isGone() throws IOException {
        Path file;
        try (TemporaryFiles files = new TemporaryFiles()) {
            file = files.createPassing(directory, "pprof", ".svg");
            assertThat(file).exists();
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void reportFile_withoutOutput_leavesWhatIsThere() throws IOException {
        Path file = Files.writeString(directory.resolve("report"), "old");
        new ReportFile(file).close();
        assertThat(file).hasContent("old");
        try (ReportFile complete = new ReportFile(file)) {
            complete.complete();
        }
        assertThat(file).isEmptyFile();
    }
}
