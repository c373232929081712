package io.tidemark.cli.pprof;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Tells programs and libraries from profiles. */
final class Binary {
    private Binary() {}

    /** Whether a file is there and begins like a program or a library of Linux, macOS or Windows. */
    static boolean is(String file) {
        try {
            Path path = Path.of(file);
            if (!Files.isRegularFile(path)) {
                return false;
            }
            try (InputStream in = Files.newInputStream(path)) {
                byte[] head = in.readNBytes(4);
                return head.length == 4 && isMagic(head);
            }
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }

    private static boolean isMagic(byte[] head) {
        int word = (head[0] & 0xFF) << 24 | (head[1] & 0xFF) << 16 | (head[2] & 0xFF) << 8 | (head[3] & 0xFF);
        return switch (word) {
            case 0x7F454C46 -> true; // ELF
            case 0xFEEDFACE, 0xFEEDFACF, 0xCEFAEDFE, 0xCFFAEDFE, 0xCAFEBABE ->
                true; // Mach-O, for one machine or several
            default -> word >>> 16 == 0x4D5A; // MZ: Windows
        };
    }
}
