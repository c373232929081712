package io.tidemark.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    @Test
    void warn_onATerminal_isRed() {
        FakeConsole fake = new FakeConsole("").terminal(Stream.ERR);
        fake.console().warn("no");
        fake.console().say("yes");
        assertThat(fake.err()).isEqualTo("\033[0;31mno\033[0m\nyes\n");
    }

    @Test
    void warn_withoutColours_isPlain() {
        FakeConsole noColor = new FakeConsole("").terminal(Stream.ERR).environment("NO_COLOR", "1");
        noColor.console().warn("no");
        FakeConsole dumb = new FakeConsole("").terminal(Stream.ERR).environment("TERM", "dumb");
        dumb.console().warn("no");
        FakeConsole file = new FakeConsole("").terminal(Stream.OUT);
        file.console().warn("no");
        assertThat(noColor.err()).isEqualTo("no\n");
        assertThat(dumb.err()).isEqualTo("no\n");
        assertThat(file.err()).isEqualTo("no\n");
    }

    @Test
    void say_controlCharacters_areNotPassedOn() {
        FakeConsole fake = new FakeConsole("");
        fake.console().say("a\033[2Jb\tc\u009bd\r\n");
        assertThat(fake.err()).isEqualTo("a?[2Jb\tc?d?\n");
    }

    @Test
    void out_closedByItsReader_saysSo() {
        OutputStream closed = new StandardOutput(failing("Broken pipe"));
        assertThatThrownBy(() -> closed.write(new byte[1])).isInstanceOf(ClosedOutputException.class);
        OutputStream full = new StandardOutput(failing("No space left on device"));
        assertThatThrownBy(() -> full.write('x'))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("standard output: No space left on device");
    }

    @Test
    void sentence_ofAFile_isWhatAShellSays() {
        assertThat(Problem.sentence(new NoSuchFileException("a"))).isEqualTo("a: no such file or directory");
        assertThat(Problem.sentence(new AccessDeniedException("a"))).isEqualTo("a: permission denied");
        assertThat(Problem.sentence(new IOException("a"))).isEqualTo("a");
        assertThat(Problem.sentence(new OutOfMemoryError())).contains("TIDEMARK_JAVA_OPTS=-Xmx8g");
    }

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
    }
}
