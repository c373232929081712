package io.tidemark.cli.pprof;

import io.tidemark.cli.flag.FlagValues;
import io.tidemark.cli.flag.UsageException;
import io.tidemark.model.measurement.Unit;
import io.tidemark.model.profile.Limits;

/** Reads the limits that a command line sets for its inputs. */
final class LimitFlags {
    private LimitFlags() {}

    static Limits read(FlagValues flags) throws UsageException {
        String bytes = flags.text(SourceFlag.MAX_BYTES.label(), "");
        return new Limits(
                bytes.isEmpty() ? Limits.DEFAULT.maxBytes() : bytes(bytes),
                count(flags, SourceFlag.MAX_FRAMES, Limits.DEFAULT.maxFrames()),
                count(flags, SourceFlag.MAX_LABELS, Limits.DEFAULT.maxLabels()));
    }

    private static int count(FlagValues flags, SourceFlag flag, int otherwise) throws UsageException {
        long count = flags.integer(flag.label(), otherwise);
        if (count < 1 || count > Integer.MAX_VALUE) {
            throw new UsageException("-" + flag.label() + ": " + count + " (expected 1.." + Integer.MAX_VALUE + ")");
        }
        return (int) count;
    }

    /** A number of bytes such as {@code 8GB}, {@code 1.5gb} or {@code 1000000}, in powers of 1,024. */
    private static long bytes(String text) throws UsageException {
        int end = 0;
        while (end < text.length() && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        String unit = text.substring(end).strip();
        double factor = unit.isEmpty()
                ? 1
                : Unit.parse(unit)
                        .filter(known -> known.family() == Unit.Family.MEMORY)
                        .map(Unit::factor)
                        .orElse(0.0);
        try {
            double bytes = Double.parseDouble(text.substring(0, end)) * factor;
            if (bytes >= 1 && bytes < Long.MAX_VALUE) {
                return (long) bytes;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new UsageException(
                "-" + SourceFlag.MAX_BYTES.label() + ": '" + text + "' (expected a size such as 8GB or 500MB)");
    }
}
