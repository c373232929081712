package io.tidemark.analysis.comparison;

import io.tidemark.analysis.finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The answer in a word, and the sentence after it.
 *
 * @param because without a full stop
 */
public record Ruling(Outcome outcome, String because) {
    private static final String SINGLE = "single profiles show levels, not growth";

    static Ruling of(Side before, Side after, List<FindingPair> pairs) {
        List<FindingPair> leaks = pairs.stream().filter(FindingPair::isLeak).toList();
        List<FindingPair> still =
                leaks.stream().filter(leak -> leak.fate().isStillThere()).toList();
        if (!still.isEmpty()) {
            return new Ruling(Outcome.STILL_THERE, told(still.get(0)) + others(leaks, still.get(0)));
        }
        List<FindingPair> fresh = with(leaks, Fate.NEW);
        if (!fresh.isEmpty()) {
            return new Ruling(Outcome.NEW_LEAK, told(fresh.get(0)) + others(leaks, fresh.get(0)));
        }
        List<FindingPair> found = with(leaks, Fate.FOUND);
        if (!found.isEmpty()) {
            return new Ruling(Outcome.LEAK, told(found.get(0)) + others(leaks, found.get(0)));
        }
        List<FindingPair> unseen = with(leaks, Fate.UNSEEN);
        if (!unseen.isEmpty()) {
            return new Ruling(
                    Outcome.UNDECIDED,
                    "whether the " + unseen.get(0).subject() + " is gone: "
                            + unseen.get(0).because() + others(leaks, unseen.get(0)));
        }
        return leaks.isEmpty() ? withoutLeaks(before, after) : gone(after, leaks);
    }

    private static Ruling gone(Side after, List<FindingPair> leaks) {
        String open = after.diagnosis().verdict() == Verdict.UNDECIDED
                ? ". There may be another: " + after.diagnosis().because()
                : "";
        return new Ruling(Outcome.GONE, told(leaks.get(0)) + others(leaks, leaks.get(0)) + open);
    }

    private static Ruling withoutLeaks(Side before, Side after) {
        if (before.isMoment() && after.isMoment()) {
            return new Ruling(
                    Outcome.LEVELS,
                    SINGLE
                            + ". What leaks is seen in two profiles of each side, some minutes apart, or in what tidemark"
                            + " record writes. If these are two moments of one run, tidemark diagnose BEFORE AFTER says what grew");
        }
        if (after.diagnosis().verdict() == Verdict.UNDECIDED) {
            return new Ruling(
                    Outcome.UNDECIDED, "what AFTER does: " + after.diagnosis().because());
        }
        String sight = Tracing.sight(after);
        String seen = sight.isEmpty() ? "" : "; " + sight;
        boolean isKnown = before.diagnosis().verdict() != Verdict.UNDECIDED;
        return new Ruling(
                Outcome.NO_LEAK,
                isKnown
                        ? "nothing leaks in either" + seen
                        : "nothing leaks in AFTER" + seen + ". BEFORE was not seen well enough to say what it did");
    }

    private static List<FindingPair> with(List<FindingPair> leaks, Fate fate) {
        return leaks.stream().filter(leak -> leak.fate() == fate).toList();
    }

    /** Such as {@code the goroutine leak of util.NewPusher: +1,200 a minute before, +300 a minute after}. */
    private static String told(FindingPair pair) {
        String rates = pair.because().isEmpty() ? "" : ": " + pair.because();
        String fate =
                switch (pair.fate()) {
                    case FASTER -> ", faster";
                    case SLOWER -> ", slower";
                    default -> "";
                };
        return (pair.before().isEmpty() ? "a " : "the ") + pair.subject() + fate + rates;
    }

    /** Such as {@code ; 2 others are gone, 1 is new}. */
    private static String others(List<FindingPair> leaks, FindingPair told) {
        List<String> parts = new ArrayList<>();
        for (Fate fate : Fate.values()) {
            long count = leaks.stream()
                    .filter(leak -> !leak.equals(told) && leak.fate() == fate)
                    .count();
            if (count > 0) {
                parts.add(count + " " + fate.words());
            }
        }
        return parts.isEmpty() ? "" : ". Others: " + parts.stream().collect(Collectors.joining(", "));
    }
}
