package io.tidemark.cli.shell;

import io.tidemark.cli.console.Console;
import io.tidemark.model.profile.Utf8;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a file or a pipe. The prompts go to standard output all the same, as those of pprof do: the output of a script
 * is that of a session.
 */
public final class PlainLines implements LineSource {
    private static final int LONGEST = 1 << 20;

    private final Console console;
    private final InputStream in;

    public PlainLines(Console console) {
        this.console = console;
        this.in = new BufferedInputStream(console.in());
    }

    @Override
    public @Nullable String readLine(String prompt) throws IOException {
        console.print(prompt);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b = in.read();
        if (b < 0) {
            return null;
        }
        while (b >= 0 && b != '\n') {
            if (line.size() == LONGEST) {
                throw new IOException("standard input: a line of more than " + LONGEST + " bytes (expected commands)");
            }
            line.write(b);
            b = in.read();
        }
        return Utf8.decode(line.toByteArray());
    }

    @Override
    public void close() {
        // standard input is not ours to close
    }
}
