package io.tidemark.cli.shell;

import io.tidemark.cli.console.Console;
import io.tidemark.model.profile.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Lines that are typed at a terminal: they can be edited, completed with the tab key and called back. ^C drops a line or
 * ends the output of a command, ^D ends them.
 */
public final class EditedLines implements LineSource {
    private static final int HISTORY = 2000;

    /** What a process ends with that SIGINT ended. */
    private static final int INTERRUPTED = 130;

    /** JLine logs what it can't do; held here, since a logger that nobody holds forgets its level. */
    private static final Logger JLINE = Logger.getLogger("org.jline");

    private final Terminal terminal;
    private final LineReader reader;
    private final Queue<String> pasted = new ArrayDeque<>();

    EditedLines(Terminal terminal, Profile profile, @Nullable Path history) {
        this.terminal = terminal;
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("tidemark")
                .parser(new WordParser())
                .completer(new WordCompleter(new Suggestions(profile)))
                .completionMatcher(new WordMatcher())
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true) // an exclamation mark is one
                .option(LineReader.Option.HISTORY_TIMESTAMPED, false)
                .option(LineReader.Option.INSERT_TAB, false)
                .variable(LineReader.HISTORY_SIZE, HISTORY)
                .variable(LineReader.HISTORY_FILE_SIZE, HISTORY)
                .variable(LineReader.ERRORS, 0) // what is completed begins as it was typed, or contains it
                .variable(LineReader.BELL_STYLE, "none");
        if (history != null) {
            builder.variable(LineReader.HISTORY_FILE, history);
        }
        this.reader = builder.build();
    }

    /**
     * Lines from the terminal that this process runs in.
     *
     * @throws IOException where there is none that lines can be edited in
     */
    public static EditedLines ofProcess(Console console, Profile profile) throws IOException {
        JLINE.setLevel(Level.OFF);
        try {
            Terminal terminal = TerminalBuilder.builder()
                    .name("tidemark")
                    .system(true)
                    .systemOutput(TerminalBuilder.SystemOutput.SysErrOrSysOut)
                    .dumb(false)
                    .build();
            terminal.handle(Terminal.Signal.INT, signal -> interrupt(console));
            return new EditedLines(terminal, profile, HistoryFile.prepare(console));
        } catch (IllegalStateException e) {
            throw new IOException(e);
        }
    }

    /** ^C while a command is carried out: its output ends; a second one, where there is no output yet, ends us. */
    private static void interrupt(Console console) {
        if (console.interrupt()) {
            System.exit(INTERRUPTED);
        }
    }

    @Override
    public @Nullable String readLine(String prompt) throws IOException {
        while (pasted.isEmpty()) {
            try {
                pasted.addAll(List.of(reader.readLine(prompt).split("\n", -1)));
            } catch (UserInterruptException e) {
                // ^C: the next line is read
            } catch (EndOfFileException e) {
                return null;
            }
        }
        return pasted.remove();
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
