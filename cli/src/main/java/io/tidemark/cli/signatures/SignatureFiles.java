package io.tidemark.cli.signatures;

import io.tidemark.cli.flag.UsageException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the signature files of users. */
final class SignatureFiles {
    private static final long LARGEST = 1 << 20; // bytes

    private SignatureFiles() {}

    /**
     * The texts of files by their names. A directory stands for its {@code .yaml} and {@code .yml} files, in their order.
     *
     * @throws UsageException when a directory has none, or a file can't be a signature
     */
    static Map<String, String> read(List<Path> filesAndDirectories) throws UsageException, IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Path place : filesAndDirectories) {
            for (Path file : Files.isDirectory(place) ? files(place) : List.of(place)) {
                texts.put(file.toString(), text(file));
            }
        }
        return texts;
    }

    private static List<Path> files(Path directory) throws UsageException, IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            List<Path> files = entries.filter(file ->
                            file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new UsageException(directory + ": no signature in it (expected .yaml files)");
            }
            return files;
        }
    }

    private static String text(Path file) throws UsageException, IOException {
        long size = Files.size(file);
        if (size > LARGEST) {
            throw new UsageException(file + ": " + size + " bytes (expected a signature, 1 MiB at most)");
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new UsageException(file + ": no text in UTF-8 (expected a signature)");
        }
    }
}
