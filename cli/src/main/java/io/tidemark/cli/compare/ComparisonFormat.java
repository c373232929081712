package io.tidemark.cli.compare;

import io.tidemark.cli.option.Choice;

/** The forms of a comparison. */
enum ComparisonFormat {
    TEXT,
    JSON,
    MARKDOWN;

    /** Its names on the command line. */
    static final class Names extends Choice<ComparisonFormat> {
        Names() {
            super(ComparisonFormat.class);
        }
    }
}
