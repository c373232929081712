package io.tidemark.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs scripts in the shell, and compares with what pprof printed for them. {@code -Dtidemark.goldens=record} asks the
 * {@code go tool pprof} that is installed and writes the files anew.
 */
class ScriptTest {
    private static final Path GOLDENS = Path.of("src", "test", "resources", "io", "tidemark", "cli", "shell");

    @ParameterizedTest
    @ValueSource(strings = {"top", "filters", "granularity", "mistakes"})
    void run_script_printsWhatPprofPrints(String name) throws Exception {
        String script = Files.readString(GOLDENS.resolve(name + ".script"));
        Path golden = GOLDENS.resolve(name + ".out");
        if (records()) {
            Files.writeString(golden, pprof(script, ProcessBuilder.Redirect.DISCARD));
        }
        assertThat(ShellTest.type(script).out()).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @ValueSource(strings = {"options"})
    void options_afterAssignments_areListedAsPprofDoes(String name) throws Exception {
        String script = Files.readString(GOLDENS.resolve(name + ".script"));
        Path golden = GOLDENS.resolve(name + ".out");
        if (records()) {
            Path err = Files.createTempFile("pprof", ".err");
            pprof(script, ProcessBuilder.Redirect.to(err.toFile()));
            Files.writeString(golden, settings(Files.readString(err)));
            Files.delete(err);
        }
        assertThat(settings(ShellTest.type(script).err())).isEqualTo(Files.readString(golden));
    }

    private static boolean records() {
        return "record".equals(System.getProperty("tidemark.goldens"));
    }

    private static String settings(String err) {
        return err.lines().filter(line -> line.contains(" = ")).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String pprof(String script, ProcessBuilder.Redirect err) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of("go", "tool", "pprof", ShellTest.HEAP.toString()));
        builder.environment().put("TZ", "UTC");
        Process pprof = builder.redirectError(err).start();
        pprof.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
        pprof.getOutputStream().close();
        String out = new String(pprof.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(pprof.waitFor()).isZero();
        return out;
    }
}
