package io.tidemark.analysis.source;

import java.io.IOException;
import java.util.List;

/** The files of the machine that the report is made on. */
public interface SourceFiles {
    /** Where relative paths start; an absolute path. */
    String workingDirectory();

    /**
     * Directories with the sources of libraries, such as Go's module cache. They are looked in last, and only for files that
     * name the version of the library or have no directory of their own.
     */
    default List<String> libraries() {
        return List.of();
    }

    /**
     * The lines of a file, without their ends.
     *
     * @throws IOException when it can't be read; the message is for the user, such as {@code open a.go: no such file or
     *     directory}
     */
    List<String> lines(String path) throws IOException;
}
