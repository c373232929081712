package io.tidemark.cli.compare;

import io.tidemark.cli.flag.UsageException;
import java.util.Locale;

/** The forms of a comparison. */
enum ComparisonFormat {
    TEXT,
    JSON,
    MARKDOWN;

    static ComparisonFormat of(String name) throws UsageException {
        for (ComparisonFormat format : values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(name)) {
                return format;
            }
        }
        throw new UsageException("--format: " + name + " (expected text, json or markdown)");
    }
}
