package io.tidemark.cli.shell;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where the shell gets its lines from. */
public interface LineSource extends AutoCloseable {
    /** The next line without its end, or null when there are no more. */
    @Nullable
    String readLine(String prompt) throws IOException;

    @Override
    void close() throws IOException;
}
