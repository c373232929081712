package io.tidemark.cli.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files whose names are made up, such as {@code profile001.pb.gz}; those of no lasting use go away at the end. */
public final class TemporaryFiles implements AutoCloseable {
    private static final int MOST = 10_000;

    private final List<Path> passing = new ArrayList<>();

    /**
     * Makes an empty file with the first free number in its name.
     *
     * @throws IOException when none can be made there
     */
    public Path create(Path directory, String prefix, String suffix) throws IOException {
        for (int number = 1; number < MOST; number++) {
            Path file = directory.resolve(prefix + (number < 10 ? "00" : number < 100 ? "0" : "") + number + suffix);
            try {
                return Files.createFile(file);
            } catch (FileAlreadyExistsException e) {
                // the next number may be free
            }
        }
        throw new IOException(directory.resolve(prefix + "001" + suffix) + ": no free name up to " + (MOST - 1));
    }

    /** Makes an empty file that goes away when this is closed. */
    Path createPassing(Path directory, String prefix, String suffix) throws IOException {
        Path file = create(directory, prefix, suffix);
        passing.add(file);
        return file;
    }

    @Override
    public void close() {
        for (Path file : passing) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // it stays where such files go away by themselves
            }
        }
        passing.clear();
    }
}
