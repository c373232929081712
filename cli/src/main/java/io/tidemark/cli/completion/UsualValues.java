package io.tidemark.cli.completion;

import java.util.List;

/** What the values of some settings and flags are, as far as nobody has to look into a profile to know it. */
public final class UsualValues {
    private static final List<String> UNITS =
            List.of("minimum", "auto", "B", "kB", "MB", "GB", "TB", "ns", "us", "ms", "s", "hrs");
    private static final List<String> SAMPLE_TYPES = List.of(
            "inuse_space",
            "inuse_objects",
            "alloc_space",
            "alloc_objects",
            "cpu",
            "samples",
            "delay",
            "contentions",
            "goroutine");
    private static final List<String> MODES = List.of("none", "local", "fastlocal", "remote", "force", "demangle=none");

    private UsualValues() {}

    /** The values of a flag or a setting; none where they can be anything. */
    public static List<String> of(String name) {
        return switch (name) {
            case "unit" -> UNITS;
            case "sample_index" -> SAMPLE_TYPES;
            case "symbolize" -> MODES;
            default -> List.of();
        };
    }
}
