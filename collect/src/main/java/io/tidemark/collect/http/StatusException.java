package io.tidemark.collect.http;

import java.io.IOException;

/** A server answered, but not with status 200. */
public final class StatusException extends IOException {
    private static final long serialVersionUID = 1;

    private final int status;

    StatusException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** Such as 404. */
    public int status() {
        return status;
    }

    /** Whether asking again will give the same: there is no such thing, or not for us. */
    public boolean isFinal() {
        return (status >= 400 && status < 500 && status != 408 && status != 429) || status == 501;
    }
}
