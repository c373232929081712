package io.tidemark.analysis.diagnosis;

import io.tidemark.analysis.growth.StackGrowth;
import io.tidemark.analysis.reading.Readings;
import io.tidemark.analysis.signature.Catalogue;
import io.tidemark.analysis.signature.Match;
import io.tidemark.analysis.signature.SignatureMatcher;
import io.tidemark.analysis.signature.Suspect;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything in an observation that signatures can be asked about, and what each looks like, before anything is decided. It
 * is for those who write signatures: a diagnosis names only what grows.
 */
public final class Lineup {
    /**
     * One of them.
     *
     * @param matches the signatures that it looks like, the best first, those that a guard excludes at the end
     */
    public record Entry(Suspect suspect, List<Match> matches) {
        public Entry {
            matches = List.copyOf(matches);
        }
    }

    private Lineup() {}

    /** The suspects of an observation: goroutines, heap, allocations, descriptors, threads, and the memory as a whole. */
    public static List<Entry> of(Readings readings, Catalogue catalogue) {
        Inquiry inquiry = new Inquiry(readings, catalogue);
        List<Suspect> suspects = new ArrayList<>(inquiry.groups());
        for (StackGrowth stack : inquiry.heap().allocators()) {
            double size = Math.max(1, (double) stack.objectSize());
            suspects.add(Suspect.allocations(
                    Inquiry.suspect(stack).stack(), stack.turnover().allocated() / size, stack.objectSize()));
        }
        suspects.addAll(CountDetector.suspects(inquiry));
        suspects.add(Suspect.memory());
        SignatureMatcher matcher = SignatureMatcher.of(catalogue);
        return suspects.stream()
                .map(suspect -> new Entry(suspect, matcher.match(suspect, inquiry)))
                .toList();
    }
}
