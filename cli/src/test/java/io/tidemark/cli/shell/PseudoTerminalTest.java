package io.tidemark.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the whole program at a terminal that the program {@code script} makes up. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "script takes other arguments elsewhere")
class PseudoTerminalTest {
    private static final String PROMPT = "(pprof) ";

    @TempDir
    private Path directory;

    private @Nullable Process started;

    @AfterEach
    void stop() {
        if (started != null) {
            started.descendants().forEach(ProcessHandle::destroyForcibly);
            started.destroyForcibly();
        }
    }

    /** What runs in the background of a script ignores interrupts, and so does all that it starts, unless it is told not to. */
    private static final String INTERRUPTIBLE = "i='env --default-signal=INT'; $i true 2>/dev/null || i=; ";

    @Test
    @Timeout(60)
    void shell_atATerminal_editsCompletesAndEnds() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String command = "stty rows 24 cols 80; " + INTERRUPTIBLE + "exec $i '" + java
                + "' -XX:TieredStopAtLevel=1 -Dtidemark.terminals=012 -cp '" + System.getProperty("java.class.path")
                + "' io.tidemark.cli.Main pprof " + ShellTest.HEAP;
        ProcessBuilder builder = new ProcessBuilder("script", "-qec", command, "/dev/null").redirectErrorStream(true);
        builder.environment().put("TERM", "xterm");
        builder.environment().put("HOME", directory.toString());
        builder.environment().remove("XDG_STATE_HOME");
        Process script;
        try {
            script = builder.start();
        } catch (IOException e) {
            assumeTrue(false, "needs the program script");
            return;
        }
        started = script;
        Screen screen = new Screen(script);
        screen.await(PROMPT);
        screen.type("nodec\t1\r");
        screen.await(PROMPT);
        screen.type("dropped");
        screen.await("dropped");
        screen.type("\003");
        screen.await(PROMPT);
        screen.type("foo\r");
        screen.await(PROMPT);
        screen.type("top\r");
        screen.await(PROMPT);
        screen.type("\004");
        screen.awaitEnd();
        assertThat(script.waitFor()).as(screen.text()).isZero();
        assertThat(screen.text())
                .contains(
                        "Type: inuse_space",
                        "nodecount=",
                        "\033[0;31munrecognized command: \"foo\"",
                        "main.parseSeries")
                .doesNotContain("main.cacheKey");
        assertThat(directory.resolve(".local/state/tidemark/pprof.history"))
                .content()
                .isEqualTo(String.join("\n", List.of("nodecount=1", "foo", "top", "")));
    }

    /** What a program has shown so far. */
    private static final class Screen {
        private final Process program;
        private final StringBuilder text = new StringBuilder();
        private int seen;

        Screen(Process program) {
            this.program = program;
        }

        void type(String keys) throws IOException {
            program.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
            program.getOutputStream().flush();
        }

        /** Reads on until a text has come that was not waited for before. */
        void await(String expected) throws IOException {
            int found = text.indexOf(expected, seen);
            while (found < 0) {
                assertThat(read()).as("expected " + expected + " in " + text).isTrue();
                found = text.indexOf(expected, seen);
            }
            seen = found + expected.length();
        }

        void awaitEnd() throws IOException {
            while (read()) {
                // the end is near
            }
        }

        private boolean read() throws IOException {
            byte[] buffer = new byte[8192];
            int length = program.getInputStream().read(buffer);
            if (length > 0) {
                text.append(new String(buffer, 0, length, StandardCharsets.UTF_8));
            }
            return length > 0;
        }

        String text() {
            return text.toString();
        }
    }
}
