package io.tidemark.model.proc;

import io.tidemark.model.text.KeyedLines;
import io.tidemark.model.text.MalformedTextException;
import java.util.OptionalLong;

/**
 * The exact memory of a process, from {@code /proc/PID/smaps_rollup} (Linux 4.14 and later), in bytes.
 *
 * @param pss resident memory, where what is shared is divided among those who share it
 * @param anon resident memory that belongs to no file
 * @param lazyFree what the program has freed and the kernel has not yet taken
 * @param hugePages the part of {@code anon} in huge pages
 */
public record SmapsRollup(
        OptionalLong rss,
        OptionalLong pss,
        OptionalLong anon,
        OptionalLong lazyFree,
        OptionalLong hugePages,
        OptionalLong swap) {
    private static final String WHAT = "proc/smaps_rollup";

    /** The values of a text. */
    public static SmapsRollup parse(String text) throws MalformedTextException {
        KeyedLines lines = KeyedLines.parse(text, WHAT);
        if (!lines.has("Rss")) {
            throw MalformedTextException.at(WHAT, 1, text, "Rss:");
        }
        return new SmapsRollup(
                lines.kilobytes("Rss"),
                lines.kilobytes("Pss"),
                lines.kilobytes("Anonymous"),
                lines.kilobytes("LazyFree"),
                lines.kilobytes("AnonHugePages"),
                lines.kilobytes("Swap"));
    }
}
