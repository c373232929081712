package io.tidemark.model.proc;

import io.tidemark.model.text.KeyedLines;
import io.tidemark.model.text.MalformedTextException;
import io.tidemark.model.text.Numbers;
import java.util.OptionalLong;

/**
 * The memory of a process as {@code /proc/PID/status} has it, in bytes.
 *
 * <p>Threads of the kernel and zombies have no memory.
 *
 * @param pid the number of the process, or 0
 * @param processors on how many processors it may run; 0 when that is not known
 */
public record ProcessStatus(
        String name,
        long pid,
        long parent,
        OptionalLong threads,
        Resident resident,
        OptionalLong swap,
        OptionalLong pageTables,
        int processors) {
    /**
     * What is in memory: a sum and its three parts. Kernels before 4.5 have no parts; since 6.2 each is counted per
     * processor and can be off by some pages.
     *
     * @param anon what belongs to no file: heaps, stacks
     * @param file pages of mapped files
     * @param shmem shared memory, and files in tmpfs
     */
    public record Resident(OptionalLong total, OptionalLong anon, OptionalLong file, OptionalLong shmem) {
        /** Nothing is known. */
        public static final Resident NONE =
                new Resident(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
    }

    private static final String WHAT = "proc/status";
    private static final int MOST_PROCESSORS = 1 << 16;

    /** The values of a text. */
    public static ProcessStatus parse(String text) throws MalformedTextException {
        KeyedLines lines = KeyedLines.parse(text, WHAT);
        if (!lines.has("Name") && !lines.has("VmRSS")) {
            throw MalformedTextException.at(WHAT, 1, text, "Name: and VmRSS:");
        }
        return new ProcessStatus(
                lines.text("Name"),
                lines.number("Pid").orElse(0),
                lines.number("PPid").orElse(0),
                lines.number("Threads"),
                new Resident(
                        lines.kilobytes("VmRSS"),
                        lines.kilobytes("RssAnon"),
                        lines.kilobytes("RssFile"),
                        lines.kilobytes("RssShmem")),
                lines.kilobytes("VmSwap"),
                lines.kilobytes("VmPTE"),
                processors(lines.text("Cpus_allowed_list")));
    }

    /** How many there are in a list such as {@code 0-3,8}. */
    private static int processors(String list) {
        int count = 0;
        for (String range : list.split(",", -1)) {
            int dash = range.indexOf('-');
            long first =
                    Numbers.decimal(dash < 0 ? range : range.substring(0, dash)).orElse(-1);
            long last = dash < 0
                    ? first
                    : Numbers.decimal(range.substring(dash + 1)).orElse(-1);
            if (first < 0 || last < first || last >= MOST_PROCESSORS) {
                return 0;
            }
            count += (int) (last - first + 1);
        }
        return count;
    }
}
