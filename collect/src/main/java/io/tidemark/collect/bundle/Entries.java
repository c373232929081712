package io.tidemark.collect.bundle;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of the entries of a bundle. */
final class Entries {
    static final String SCHEMA = "tidemark.bundle/1";
    static final String SCHEMA_PREFIX = "tidemark.bundle/";
    static final String FIRST = "observation.json";
    static final String BEGIN = "begin.json";
    static final String END = "end.json";
    static final String ROUND = "round.json";

    private static final int LONGEST = 200;
    private static final Pattern NAME = Pattern.compile("(\\d{1,4})/(?:(\\d{4,9})/)?([\\w.-]+(?:/[\\w.-]+)*)");

    private Entries() {}

    /**
     * What an entry is.
     *
     * @param target the number of the target
     * @param round the number of the round, or -1
     * @param file the rest of the name
     */
    record Entry(int target, int round, String file) {}

    static String of(int target, String file) {
        return target + "/" + file;
    }

    static String of(int target, int round, String file) {
        return String.format(Locale.ROOT, "%d/%04d/%s", target, round, file);
    }

    /** What a name says; empty for one that has no place in a bundle, such as one that leads out of it. */
    static Optional<Entry> parse(String name) {
        Matcher parts = NAME.matcher(name.length() > LONGEST ? "" : name);
        if (!parts.matches() || ("/" + name + "/").contains("/../") || ("/" + name + "/").contains("/./")) {
            return Optional.empty();
        }
        int round = parts.group(2) == null ? -1 : Integer.parseInt(parts.group(2));
        return Optional.of(new Entry(Integer.parseInt(parts.group(1)), round, parts.group(3)));
    }
}
