package io.tidemark.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.cli.console.FakeConsole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jline.terminal.impl.ExternalTerminal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Types at a terminal that is no more than two streams. */
class EditedLinesTest {
    private static final String UP = "\033OA";

    @TempDir
    private Path directory;

    @Test
    void readLine_typed_isALineEach() throws IOException {
        assertThat(type("top\rlist main\r", null)).containsExactly("top", "list main");
    }

    @Test
    void readLine_tab_completes() throws IOException {
        assertThat(type("xyzzy\t\rgran\tli\t\r", null)).containsExactly("xyzzy", "granularity=lines ");
        assertThat(type("list ser\t\r", null)).containsExactly("list net/http\\.\\(\\*conn\\)\\.serve ");
        assertThat(type("list main.m\t\r", null)).containsExactly("list main.main ");
        assertThat(type("list http.(*c\t\r", null)).containsExactly("list net/http\\.\\(\\*conn\\)\\.serve ");
        assertThat(type("tagfocus=h\t\r", null)).containsExactly("tagfocus=handler=/a\\.b ");
    }

    @Test
    void readLine_quotesAndExclamationMarks_areNothingSpecial() throws IOException {
        assertThat(type("peek \\.\"(!x\r", null)).containsExactly("peek \\.\"(!x");
    }

    @Test
    void readLine_pastedLines_areSeveral() throws IOException {
        assertThat(type("\033[200~top\ntree\n\033[201~\r", null)).containsExactly("top", "tree", "");
    }

    @Test
    void readLine_nextSession_remembersTheLast() throws IOException {
        FakeConsole console = new FakeConsole("").environment("XDG_STATE_HOME", directory.toString());
        Path history = Objects.requireNonNull(HistoryFile.prepare(console.console()));
        type("top5 -cum\r", history);
        assertThat(type(UP + "\r", history)).containsExactly("top5 -cum");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions are another matter there")
    void historyFile_new_isForTheUserAlone() throws IOException {
        FakeConsole console = new FakeConsole("").environment("HOME", directory.toString());
        Path history = Objects.requireNonNull(HistoryFile.prepare(console.console()));
        assertThat(history).isEqualTo(directory.resolve(".local/state/tidemark/pprof.history"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
                .isEqualTo("rw-------");
        type("top\r", history);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
                .isEqualTo("rw-------");
    }

    @Test
    void historyFile_whereNoneCanBe_isNone() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThat(HistoryFile.prepare(new FakeConsole("").console())).isNull();
        assertThat(HistoryFile.prepare(
                        new FakeConsole("").environment("HOME", file.toString()).console()))
                .isNull();
    }

    /** The lines that come of some keys; ^D ends them. */
    private static List<String> type(String keys, @Nullable Path history) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream((keys + "\004").getBytes(StandardCharsets.UTF_8));
        ExternalTerminal terminal =
                new ExternalTerminal("test", "xterm", in, OutputStream.nullOutputStream(), StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        try (EditedLines edited = new EditedLines(terminal, SuggestionsTest.profile(), history)) {
            String line = edited.readLine("(pprof) ");
            while (line != null) {
                lines.add(line);
                line = edited.readLine("(pprof) ");
            }
        }
        return lines;
    }
}
