package io.tidemark.analysis.columns;

import io.tidemark.model.profile.Header;
import io.tidemark.model.profile.ValueType;
import java.util.Map;
import java.util.Optional;

/**
 * How the values of a sample type come about, and so what the difference of two profiles of one program means:
 *
 * <pre>{@code
 * type                              a value is                     later minus earlier is
 * inuse_space, goroutine            what there is at the moment    what there is more
 * alloc_space, contentions, delay   all since the program started  what came in between; less means a restart
 * cpu, wall                         all while it was recorded      the difference of two recordings
 * }</pre>
 *
 * <p>Types that count since the start count while recording in a profile that has a duration: then it is one that the
 * program has subtracted itself, as Go does when asked for {@code ?seconds=30}.
 */
public enum Accrual {
    /** What there is at the moment: a gauge. */
    PRESENT("what there is at the moment"),

    /** All since the program started: a counter. */
    SINCE_START("all since the program started"),

    /** All while the profile was recorded. */
    RECORDED("all while it was recorded"),

    /** Nobody knows. */
    UNKNOWN("of an unknown kind");

    private static final Map<String, Accrual> BY_TYPE = Map.ofEntries(
            Map.entry("inuse_space", PRESENT),
            Map.entry("inuse_objects", PRESENT),
            Map.entry("space", PRESENT), // of heap profiles from before profile.proto
            Map.entry("objects", PRESENT),
            Map.entry("live", PRESENT),
            Map.entry("live_space", PRESENT),
            Map.entry("live_objects", PRESENT),
            Map.entry("goroutine", PRESENT),
            Map.entry("goroutines", PRESENT),
            Map.entry("thread", PRESENT),
            Map.entry("threads", PRESENT),
            Map.entry("threadcreate", SINCE_START),
            Map.entry("alloc_space", SINCE_START),
            Map.entry("alloc_objects", SINCE_START),
            Map.entry("contentions", SINCE_START),
            Map.entry("delay", SINCE_START),
            Map.entry("cpu", RECORDED),
            Map.entry("samples", RECORDED),
            Map.entry("wall", RECORDED),
            Map.entry("itimer", RECORDED),
            Map.entry("lock_count", RECORDED),
            Map.entry("lock_time", RECORDED));

    /** Of what a type is the total size or duration, by its name: the type that counts the same things. */
    private static final Map<String, String> COUNTS = Map.of(
            "inuse_space", "inuse_objects",
            "alloc_space", "alloc_objects",
            "space", "objects",
            "live_space", "live_objects",
            "delay", "contentions",
            "lock_time", "lock_count");

    private final String meaning;

    Accrual(String meaning) {
        this.meaning = meaning;
    }

    /** How the values of a type come about in a profile with this header. */
    public static Accrual of(ValueType type, Header header) {
        Accrual accrual = BY_TYPE.getOrDefault(type.type(), UNKNOWN);
        return accrual == SINCE_START && header.durationNanos() != 0 ? RECORDED : accrual;
    }

    /** The type that counts the things of which another is the sum, as {@code inuse_objects} does for {@code inuse_space}. */
    public static Optional<String> countOf(String type) {
        return Optional.ofNullable(COUNTS.get(type));
    }

    /** What a value is, in words. */
    public String meaning() {
        return meaning;
    }
}
