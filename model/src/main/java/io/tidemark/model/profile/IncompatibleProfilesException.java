package io.tidemark.model.profile;

import java.io.IOException;

/** Two profiles that can't be merged or compared, because they measure different things. */
public final class IncompatibleProfilesException extends IOException {
    private static final long serialVersionUID = 1;

    public IncompatibleProfilesException(String message) {
        super(message);
    }
}
