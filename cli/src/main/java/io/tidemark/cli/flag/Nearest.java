package io.tidemark.cli.flag;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what somebody may have meant who wrote a name that is not there. */
public final class Nearest {
    private Nearest() {}

    /**
     * The name that takes the fewest letters added, removed, replaced or swapped with their neighbour to get to, or, where
     * each takes more than a third of its letters, the only one that begins so; null when there is none.
     */
    public static @Nullable String of(String name, List<String> names) {
        String best = null;
        int least = Math.max(1, (name.length() + 1) / 3) + 1;
        for (String candidate : names) {
            int distance = distance(name, candidate);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best == null ? onlyLonger(name, names) : best;
    }

    private static @Nullable String onlyLonger(String name, List<String> names) {
        String found = null;
        for (String candidate : names) {
            if (name.length() > 2 && candidate.startsWith(name)) {
                if (found != null) {
                    return null;
                }
                found = candidate;
            }
        }
        return found;
    }

    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[b.length()];
    }
}
