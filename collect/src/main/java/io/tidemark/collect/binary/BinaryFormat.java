package io.tidemark.collect.binary;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Formats of binaries, by their first bytes. ELF is the one that can be read here. */
enum BinaryFormat {
    ELF,
    MACH_O,
    PE,
    UNKNOWN;

    static BinaryFormat of(int magic) {
        return switch (magic) {
            case 0x7F454C46 -> ELF;
            case 0xFEEDFACE, 0xFEEDFACF, 0xCEFAEDFE, 0xCFFAEDFE, 0xCAFEBABE, 0xBEBAFECA -> MACH_O;
            default -> magic >>> 16 == 0x4D5A ? PE : UNKNOWN;
        };
    }

    /** The path of a file that starts as an ELF file does; for all others a message that says what it is. */
    static Path requireElf(String file) throws IOException {
        Path path = regularFile(file);
        byte[] magic;
        try (InputStream in = Files.newInputStream(path)) {
            magic = in.readNBytes(4);
        } catch (IOException e) {
            throw new IOException("error opening " + file + ": " + e.getMessage(), e);
        }
        if (magic.length < 4) {
            throw new IOException("error reading magic number from " + file + ": it has " + magic.length + " bytes");
        }
        return switch (of(ByteBuffer.wrap(magic).getInt())) {
            case ELF -> path;
            case MACH_O -> throw new IOException(file + " is a Mach-O file, which is not supported here (ELF is)");
            case PE -> throw new IOException(file + " is a PE file, which is not supported here (ELF is)");
            case UNKNOWN -> throw new IOException("unrecognized binary format: " + file);
        };
    }

    /** Anything but a file might never end, or wait for somebody to write. */
    private static Path regularFile(String file) throws IOException {
        Path path;
        try {
            path = Path.of(file);
        } catch (InvalidPathException e) {
            throw new IOException("stat " + file + ": invalid argument", e);
        }
        if (!Files.exists(path)) {
            throw new IOException("stat " + file + ": no such file or directory");
        }
        if (!Files.isRegularFile(path)) {
            throw new IOException(file + " is not a file");
        }
        return path;
    }
}
