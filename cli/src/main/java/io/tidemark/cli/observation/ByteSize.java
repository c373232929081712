package io.tidemark.cli.observation;

import io.tidemark.cli.flag.UsageException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sizes as monitors show them: {@code 2512MiB}, {@code 2.45GiB}, {@code 2.45Gi}, {@code 2634M}, {@code 2.6 GB}, {@code
 * 2634022912}. With an i the unit is a power of 1024, without one a power of 1000.
 */
public final class ByteSize {
    private static final Pattern SIZE =
            Pattern.compile("(\\d{1,18}(?:\\.\\d{1,9})?) ?(?:([KMGT])(i?))?B?", Pattern.CASE_INSENSITIVE);
    private static final Map<String, Integer> POWERS = Map.of("K", 1, "M", 2, "G", 3, "T", 4);

    private ByteSize() {}

    /** The number of bytes that a text means. */
    public static double parse(String flag, String text) throws UsageException {
        Matcher size = SIZE.matcher(text.strip());
        if (!size.matches()) {
            throw new UsageException(flag + ": " + text + " (expected a size such as 2512MiB, 2.5GB or 2634022912)");
        }
        double number = Double.parseDouble(size.group(1));
        String unit = size.group(2);
        if (unit == null) {
            return number;
        }
        boolean isBinary = !size.group(3).isEmpty();
        return number * Math.pow(isBinary ? 1024 : 1000, POWERS.getOrDefault(unit.toUpperCase(Locale.ROOT), 0));
    }
}
