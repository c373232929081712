package io.tidemark.cli.diagnose;

import io.tidemark.cli.flag.UsageException;
import java.util.Locale;

/** The forms of an answer. */
enum AnswerFormat {
    TEXT,
    JSON,
    MARKDOWN,
    HTML;

    static AnswerFormat of(String name) throws UsageException {
        for (AnswerFormat format : values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(name)) {
                return format;
            }
        }
        throw new UsageException("--format: " + name + " (expected text, json, markdown or html)");
    }
}
