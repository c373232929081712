package io.tidemark.collect.elf;

import java.io.IOException;

/** The bytes are not an ELF file, or break a rule of the format. The message is for the user. */
public final class MalformedElfException extends IOException {
    private static final long serialVersionUID = 1;

    MalformedElfException(String message) {
        super(message);
    }

    MalformedElfException(String message, long offset) {
        super(message + " at byte " + Long.toUnsignedString(offset));
    }
}
