package io.tidemark.collect.observation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether the target suffers while it is observed: it answers the same small question ever more slowly, or spends most of
 * its time on collections. Either counts when it is seen twice in a row, and wasn't so at the beginning.
 */
final class Strain {
    private static final int CALM = 3; // answers that say what is usual
    private static final int FACTOR = 10;
    private static final long SLOW = Duration.ofMillis(500).toNanos();
    private static final double BUSY = 0.5;
    private static final double CALM_SHARE = 0.25;

    private final List<Long> first = new ArrayList<>();
    private int slow; // in a row
    private int busy; // in a row
    private double shareAtFirst = -1;
    private double lastShare;
    private double lastUptime;
    private String sentence = "";

    /** Hears how long the counters took. */
    void answered(long nanos) {
        if (first.size() < CALM) {
            first.add(nanos);
            return;
        }
        long usual = first.stream().sorted().skip(CALM / 2).findFirst().orElse(nanos);
        slow = nanos > Math.max(SLOW, FACTOR * usual) ? slow + 1 : 0;
        if (slow == 2) {
            sentence =
                    "the target answered ever more slowly: " + millis(usual) + " at first, " + millis(nanos) + " now";
        }
    }

    /**
     * Hears of collections.
     *
     * @param share of the processor time since the start of the process
     * @param uptime of the process, in seconds
     */
    void collected(double share, double uptime) {
        if (shareAtFirst < 0 || uptime <= lastUptime) {
            shareAtFirst = share; // or another process
        } else {
            double now = (share * uptime - lastShare * lastUptime) / (uptime - lastUptime);
            busy = now > BUSY && shareAtFirst < CALM_SHARE ? busy + 1 : 0;
            if (busy == 2) {
                sentence = String.format(
                        Locale.ROOT,
                        "collections took %.0f %% of the target's processor time, %.1f %% before",
                        100 * now,
                        100 * shareAtFirst);
            }
        }
        lastShare = share;
        lastUptime = uptime;
    }

    private static String millis(long nanos) {
        return nanos / 1_000_000 + " ms";
    }

    /** Why to stop, to go on after "as"; empty when all is well. */
    Optional<String> sentence() {
        return Optional.of(sentence).filter(text -> !text.isEmpty());
    }
}
