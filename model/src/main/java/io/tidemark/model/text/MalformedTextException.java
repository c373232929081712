package io.tidemark.model.text;

import java.io.IOException;

/** A text breaks a rule of the format that it claims to have. The message is for the user, and says where. */
public class MalformedTextException extends IOException {
    private static final long serialVersionUID = 1;

    public MalformedTextException(String message) {
        super(message);
    }

    /** With the name of the text and the number of the line, and with the beginning of what is wrong. */
    public static MalformedTextException at(String what, long line, String found, String expected) {
        return new MalformedTextException(
                what + ", line " + line + ": " + LineReader.excerpt(found) + " (expected " + expected + ")");
    }
}
