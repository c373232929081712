package io.tidemark.cli.shell;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Files whose names begin as something that was typed. */
final class FileNames {
    private FileNames() {}

    /**
     * The files of a directory.
     *
     * @param prefix what stands before the name in the same word
     * @param start the name as far as it was typed, perhaps with directories
     */
    static List<Suggestions.Suggestion> starting(String prefix, String start) {
        String parent = start.substring(0, start.lastIndexOf('/') + 1);
        List<Suggestions.Suggestion> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(parent))) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (name.startsWith(start.substring(parent.length()))) {
                    boolean isDirectory = Files.isDirectory(file);
                    String end = isDirectory ? "/" : "";
                    found.add(new Suggestions.Suggestion(
                            prefix + parent + name + end, name + end, "files", !isDirectory));
                }
            }
        } catch (IOException | InvalidPathException e) {
            return List.of(); // no such directory: nothing to suggest
        }
        found.sort(Comparator.comparing(Suggestions.Suggestion::shown));
        return found;
    }
}
