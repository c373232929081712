package io.tidemark.cli.memory;

import io.tidemark.cli.option.Choice;

/** The forms of an account. */
enum AccountFormat {
    TEXT,
    JSON;

    /** Its names on the command line. */
    static final class Names extends Choice<AccountFormat> {
        Names() {
            super(AccountFormat.class);
        }
    }
}
