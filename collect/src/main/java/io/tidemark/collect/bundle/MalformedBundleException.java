package io.tidemark.collect.bundle;

import java.io.IOException;

/** The bytes are not a bundle, or break a rule of it. The message is for the user. */
public final class MalformedBundleException extends IOException {
    private static final long serialVersionUID = 1;

    MalformedBundleException(String message) {
        super(message);
    }

    MalformedBundleException(String message, Throwable cause) {
        super(message, cause);
    }
}
