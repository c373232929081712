package io.tidemark.collect.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the tools are shell scripts")
@Timeout(60)
class ToolProcessTest {
    private static final Duration LONG = Duration.ofSeconds(50);
    private static final Duration SHORT = Duration.ofMillis(200);

    private static ToolProcess shell(String script, Duration patience) throws IOException {
        return ToolProcess.start(List.of("/bin/sh", "-c", script), patience);
    }

    @Test
    void ask_program_answers() throws IOException {
        try (ToolProcess tool = shell("while read x; do echo \"<$x>\"; done", LONG)) {
            tool.ask("a");
            assertThat(tool.readLine()).contains("<a>");
            tool.ask("ö");
            assertThat(tool.readLine()).contains("<ö>");
            tool.endQuestions();
            assertThat(tool.readLine()).isEmpty();
            tool.finish();
        }
    }

    @Test
    void readLine_ofProgramThatHangs_ends() throws IOException {
        try (ToolProcess tool = shell("sleep 1000", SHORT)) {
            assertThatThrownBy(tool::readLine).hasMessage("sh did not answer within 0 s");
        }
    }

    @Test
    void readLine_childOfProgramHoldsThePipe_ends() throws IOException {
        try (ToolProcess tool = shell("sleep 1000 & sleep 1000; wait", SHORT)) {
            assertThatThrownBy(tool::readLine).hasMessageContaining("did not answer");
        }
    }

    @Test
    void ask_programThatDoesNotRead_ends() throws IOException {
        try (ToolProcess tool = shell("sleep 1000", SHORT)) {
            String question = "x".repeat(1 << 20);
            assertThatThrownBy(() -> tool.ask(question)).hasMessageContaining("did not answer");
        }
    }

    @Test
    void readLine_endlessLine_isRefused() throws IOException {
        try (ToolProcess tool = shell("exec tr '\\0' 'x' < /dev/zero", LONG)) {
            assertThatThrownBy(tool::readLine).hasMessage("sh printed a line of more than 1048576 bytes");
        }
    }

    @Test
    void finish_programThatFails_saysHow() throws IOException {
        try (ToolProcess tool = shell("echo a; printf b; exit 3", LONG)) {
            assertThat(tool.readLine()).contains("a");
            assertThat(tool.readLine()).contains("b");
            assertThat(tool.readLine()).isEmpty();
            assertThatThrownBy(tool::finish).hasMessage("sh: exit status 3");
        }
    }

    @Test
    void close_runningProgram_killsIt() throws IOException {
        long before = children();
        ToolProcess tool = shell("trap '' TERM; echo started; sleep 1000; sleep 1000", LONG);
        assertThat(tool.readLine()).contains("started");
        tool.close();
        while (children() > before) {
            Thread.onSpinWait(); // until the system has noticed
        }
    }

    private static long children() {
        return ProcessHandle.current().descendants().count();
    }
}
