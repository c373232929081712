package io.tidemark.analysis.source;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Files that a test made up. */
public record FakeFiles(String workingDirectory, Map<String, List<String>> files, List<String> libraries)
        implements SourceFiles {

    @Override
    public List<String> lines(String path) throws IOException {
        List<String> lines = files.get(path);
        if (lines == null) {
            throw new IOException("open " + path + ": no such file or directory");
        }
        return lines;
    }
}
