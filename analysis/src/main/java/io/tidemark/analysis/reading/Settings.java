package io.tidemark.analysis.reading;

import java.util.OptionalDouble;

/**
 * The settings of Go's collector in the environment of the process. The program can change them, so metrics are better.
 *
 * <pre>
 * GOGC=50
 * GOMEMLIMIT=900MiB
 * </pre>
 *
 * @param gogc -1 when the collector is off
 * @param memoryLimit in bytes; empty when there is none
 */
record Settings(OptionalDouble gogc, OptionalDouble memoryLimit) {
    static final Settings NONE = new Settings(OptionalDouble.empty(), OptionalDouble.empty());

    private static final double OFF = -1;
    private static final String UNITS = "KMGT";

    /** The settings in lines of NAME=VALUE. What the runtime would refuse is left out. */
    static Settings parse(String lines) {
        OptionalDouble gogc = OptionalDouble.empty();
        OptionalDouble limit = OptionalDouble.empty();
        for (String line : lines.lines().toList()) {
            if (line.startsWith("GOGC=")) {
                gogc = line.equals("GOGC=off") ? OptionalDouble.of(OFF) : whole(line.substring("GOGC=".length()));
            } else if (line.startsWith("GOMEMLIMIT=")) {
                limit = bytes(line.substring("GOMEMLIMIT=".length()));
            }
        }
        return new Settings(gogc, limit);
    }

    /** A number with B, KiB, MiB, GiB, TiB or nothing behind it. */
    private static OptionalDouble bytes(String text) {
        double factor = 1;
        String digits = text;
        int unit = text.endsWith("iB") && text.length() > 3 ? UNITS.indexOf(text.charAt(text.length() - 3)) : -1;
        if (unit >= 0) {
            factor = Math.pow(1024, unit + 1);
            digits = text.substring(0, text.length() - 3);
        } else if (text.endsWith("B")) {
            digits = text.substring(0, text.length() - 1);
        }
        OptionalDouble number = whole(digits);
        return number.isEmpty() ? number : OptionalDouble.of(number.getAsDouble() * factor);
    }

    private static OptionalDouble whole(String digits) {
        boolean isNumber =
                !digits.isEmpty() && digits.length() < 19 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? OptionalDouble.of(Double.parseDouble(digits)) : OptionalDouble.empty();
    }
}
