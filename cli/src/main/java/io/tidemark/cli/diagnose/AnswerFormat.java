package io.tidemark.cli.diagnose;

import io.tidemark.cli.option.Choice;

/** The forms of an answer. */
enum AnswerFormat {
    TEXT,
    JSON,
    MARKDOWN,
    HTML;

    /** Its names on the command line. */
    static final class Names extends Choice<AnswerFormat> {
        Names() {
            super(AnswerFormat.class);
        }
    }
}
