package io.tidemark.model.profile;

import java.io.IOException;

/** The bytes are not a profile, or break a rule of the format that they claim to be. The message is for the user. */
public class MalformedProfileException extends IOException {
    private static final long serialVersionUID = 1;

    public MalformedProfileException(String message) {
        super(message);
    }

    public MalformedProfileException(String message, Throwable cause) {
        super(message, cause);
    }

    /** With the place in the (uncompressed) input, in bytes from its start. */
    public static MalformedProfileException at(long offset, String message) {
        return new MalformedProfileException(message + " at byte " + offset);
    }
}
