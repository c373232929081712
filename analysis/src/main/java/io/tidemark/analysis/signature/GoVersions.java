package io.tidemark.analysis.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions of Go, such as {@code <1.23} or {@code >=1.21 <1.24}. */
public final class GoVersions {
    private static final Pattern BOUND = Pattern.compile("(<=?|>=?)1\\.([0-9]{1,4})");
    private static final Pattern VERSION = Pattern.compile("(?:^|[^0-9.])1\\.([0-9]{1,4})(?![0-9])");

    private final String text;
    private final List<Bound> bounds;

    private record Bound(String sign, int minor) {
        boolean holds(int version) {
            return switch (sign) {
                case "<" -> version < minor;
                case "<=" -> version <= minor;
                case ">" -> version > minor;
                default -> version >= minor;
            };
        }
    }

    private GoVersions(String text, List<Bound> bounds) {
        this.text = text;
        this.bounds = bounds;
    }

    /**
     * Versions that lie within all bounds.
     *
     * @throws IllegalArgumentException when one is not of the form {@code <1.23}
     */
    static GoVersions parse(String text) {
        List<Bound> bounds = new ArrayList<>();
        for (String part : text.strip().split(" +", -1)) {
            Matcher matcher = BOUND.matcher(part);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("'" + text + "' (expected versions such as <1.23 or >=1.21 <1.24)");
            }
            bounds.add(new Bound(matcher.group(1), Integer.parseInt(matcher.group(2))));
        }
        return new GoVersions(text.strip(), bounds);
    }

    /** Whether a version such as {@code go1.26.8} is among them. */
    Truth contains(String version) {
        Matcher matcher = VERSION.matcher(version.startsWith("go") ? version.substring(2) : version);
        if (!matcher.find()) {
            return Truth.UNKNOWN;
        }
        int minor = Integer.parseInt(matcher.group(1));
        return Truth.of(bounds.stream().allMatch(bound -> bound.holds(minor)));
    }

    @Override
    public String toString() {
        return text;
    }
}
