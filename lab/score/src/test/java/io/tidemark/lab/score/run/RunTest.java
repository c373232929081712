package io.tidemark.lab.score.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {
    private static final Run RUN = new Run(
            "churn", "fast", 2, true, new Run.Load(1200, 60.5, "400 MiB of memory"), new Run.Cost(61, 0.5, 0.4));

    @TempDir
    private Path directory;

    @Test
    void readAll_whatWasWritten_isTheSame() throws IOException {
        RUN.write(directory);

        assertThat(Run.readAll(directory)).containsExactly(RUN);
        assertThat(directory.resolve("churn.fast.noise.2.json")).exists();
    }

    @Test
    void readAll_anotherFile_isNamed() throws IOException {
        Files.writeString(directory.resolve("package.json"), "{\"name\": \"page\"}");

        assertThatThrownBy(() -> Run.readAll(directory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("package.json: no run: ");
    }

    @Test
    void eventsPerMinute_isOfTheTimeThatWasMeasured() {
        assertThat(new Run.Load(121, 60.5, "").eventsPerMinute()).isEqualTo(120);
    }
}
