package io.tidemark.collect.jfr;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jfr.EventType;
import jdk.jfr.consumer.RecordedEvent;

/**
 * How a recording was made, from its events {@code jdk.ActiveSetting}.
 *
 * <p>The JDK writes {@code jdk.ExecutionSample period = "20 ms"}; async-profiler {@code interval = "20000000"}, with the
 * event that it has it for, and {@code engine = "itimer"}, which tells the two apart.
 */
final class Settings {
    private static final Pattern SPAN = Pattern.compile("(\\d{1,9}) ?(ns|us|ms|s|m|h|d)");

    private static final Duration JDK_PERIOD = Duration.ofMillis(20);
    private static final Duration ASYNC_CPU_PERIOD = Duration.ofMillis(10);
    private static final Duration ASYNC_WALL_PERIOD = Duration.ofMillis(50);
    private static final long ASYNC_ALLOCATION_INTERVAL = 524_287;

    private final Map<Long, String> eventNames = new HashMap<>();
    private final Map<String, String> ofEvents = new HashMap<>(); // "event name", last one
    private final Map<String, String> byName = new HashMap<>();
    private final Set<String> enabled = new HashSet<>();

    Settings(List<EventType> types) {
        for (EventType type : types) {
            eventNames.put(type.getId(), type.getName());
        }
    }

    void add(RecordedEvent setting) {
        String event = eventNames.getOrDefault(setting.getLong("id"), "");
        String name = text(setting, "name");
        String value = text(setting, "value");
        ofEvents.put(event + " " + name, value);
        byName.put(name, value);
        if (name.equals("enabled") && value.equals("true")) {
            enabled.add(event);
        }
    }

    private static String text(RecordedEvent setting, String field) {
        String value = setting.getString(field);
        return value == null ? "" : value;
    }

    boolean isAsyncProfiler() {
        return byName.containsKey("engine") || byName.containsKey("cstack");
    }

    /** Whether a kind of event was enabled; async-profiler says so of more kinds than it records. */
    boolean isEnabled(String event) {
        return enabled.contains(event) && !isAsyncProfiler();
    }

    /** Whether {@code jdk.ExecutionSample} was taken of all threads, working or not, as older async-profilers do. */
    boolean isWallOnly() {
        return "wall".equals(byName.get("event"));
    }

    /** Whether execution samples are taken as time passes, and not at every so many cache misses. */
    boolean isTimed() {
        return !isAsyncProfiler()
                || Set.of("cpu", "itimer", "ctimer", "wall").contains(byName.getOrDefault("event", "cpu"));
    }

    /** The nanoseconds that an execution sample stands for. */
    long cpuPeriod() {
        if (isAsyncProfiler()) {
            return interval("interval", (isWallOnly() ? ASYNC_WALL_PERIOD : ASYNC_CPU_PERIOD).toNanos());
        }
        return period("jdk.ExecutionSample");
    }

    long nativePeriod() {
        return period("jdk.NativeMethodSample");
    }

    /** The nanoseconds that a wall clock sample stands for. */
    long wallPeriod() {
        long shared = isWallOnly() ? interval("interval", ASYNC_WALL_PERIOD.toNanos()) : ASYNC_WALL_PERIOD.toNanos();
        return interval("wall", shared);
    }

    /** The bytes of allocation at which async-profiler samples an object. */
    long allocationInterval() {
        return interval("alloc", ASYNC_ALLOCATION_INTERVAL);
    }

    /** The shortest wait that is recorded, where it says so. */
    Optional<Duration> threshold(String event) {
        return span(ofEvents.getOrDefault(event + " threshold", ""));
    }

    private long period(String event) {
        return span(ofEvents.getOrDefault(event + " period", ""))
                .orElse(JDK_PERIOD)
                .toNanos();
    }

    private long interval(String name, long otherwise) {
        String value = byName.getOrDefault(name, "");
        long interval = value.matches("\\d{1,15}") ? Long.parseLong(value) : 0;
        return interval == 0 ? otherwise : interval;
    }

    /** A span such as {@code 20 ms}; none of zero. */
    static Optional<Duration> span(String text) {
        Matcher matcher = SPAN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        Duration unit =
                switch (String.valueOf(matcher.group(2))) {
                    case "ns" -> Duration.ofNanos(1);
                    case "us" -> Duration.ofNanos(1000);
                    case "ms" -> Duration.ofMillis(1);
                    case "s" -> Duration.ofSeconds(1);
                    case "m" -> Duration.ofMinutes(1);
                    case "h" -> Duration.ofHours(1);
                    default -> Duration.ofDays(1);
                };
        return Optional.of(unit.multipliedBy(number)).filter(span -> !span.isZero() && span.toDays() < 365);
    }
}
