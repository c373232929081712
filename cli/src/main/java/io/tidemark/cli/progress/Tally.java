package io.tidemark.cli.progress;

import io.tidemark.collect.fetch.Source;
import io.tidemark.model.measurement.Measurement;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How much of what was asked for is there, and the line that says so. */
final class Tally {
    private static final int BAR = 20;

    private final int expected;
    private final long since;
    private final IdentityHashMap<Source, Long> bytes = new IdentityHashMap<>(); // a file may be named twice
    private OptionalLong total = OptionalLong.empty(); // of the only source
    private int finished;
    private int failed;
    private @Nullable Source last;

    Tally(int expected, long since) {
        this.expected = expected;
        this.since = since;
    }

    void started(Source source) {
        bytes.put(source, 0L);
        last = source;
    }

    void progressed(Source source, long count, OptionalLong size) {
        bytes.put(source, count);
        total = size;
    }

    void finished(Source source) {
        finished++;
        last = source;
    }

    void failed() {
        failed++;
    }

    /** The line, no wider than the terminal. */
    String line(long now, int width) {
        int count = Math.max(expected, bytes.size());
        String end = count > 1 ? several(count) : one(Duration.ofNanos(now - since));
        String name = count > 1 || last == null ? count + " profiles" : last.name();
        int room = Math.max(8, width - end.length() - 2);
        return shortened(name, room) + " " + end;
    }

    private String several(int count) {
        double share = (double) (finished + failed) / count;
        return bar(share) + " " + finished + " read, " + size(sum()) + (failed == 0 ? "" : ", " + failed + " failed");
    }

    private String one(Duration elapsed) {
        long arrived = sum();
        if (arrived == 0 && last instanceof Source.Url url) {
            long seconds = url.duration().toSeconds();
            return seconds == 0
                    ? elapsed.toSeconds() + " s"
                    : bar((double) elapsed.toMillis() / 1000 / seconds) + " " + Math.min(elapsed.toSeconds(), seconds)
                            + " of " + seconds + " s";
        }
        long size = total.orElse(0);
        return size == 0 ? size(arrived) : bar((double) arrived / size) + " " + size(arrived) + " of " + size(size);
    }

    private long sum() {
        long sum = 0;
        for (long count : bytes.values()) {
            sum += count;
        }
        return sum;
    }

    private static String size(long count) {
        return Measurement.label(count, "bytes");
    }

    static String bar(double share) {
        int full = (int) Math.round(Math.max(0, Math.min(1, share)) * BAR);
        return "█".repeat(full) + "░".repeat(BAR - full);
    }

    /** A name with its middle left out where it is too long. */
    static String shortened(String name, int room) {
        if (name.length() <= room) {
            return name;
        }
        int head = (room - 1) / 2;
        return name.substring(0, head) + "…" + name.substring(name.length() - (room - 1 - head));
    }
}
