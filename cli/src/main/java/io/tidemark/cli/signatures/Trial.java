package io.tidemark.cli.signatures;

import io.tidemark.analysis.answer.Paragraph;
import io.tidemark.analysis.answer.Quantity;
import io.tidemark.analysis.diagnosis.Lineup;
import io.tidemark.analysis.signature.Match;
import io.tidemark.analysis.signature.Signature;
import io.tidemark.analysis.signature.Suspect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a signature says of everything that was observed.
 *
 * <pre>
 * queue-never-emptied: looks like 2 of 37 suspects, and names 1
 *   heap, 12,000 objects of 48 B, growing
 *     shop.(*Queue).Add < shop.(*Server).order < net/http.HandlerFunc.ServeHTTP
 *     -> named. Surer, as the worker is stuck
 *   heap, 10 objects of 48 B
 *     ...
 *     -> something else: the queue does not grow
 * </pre>
 *
 * @param hits what looks like it
 * @param others what is of the same sort and does not, the fastest growth first
 */
record Trial(Signature signature, int asked, List<Hit> hits, List<Suspect> others) {
    private static final int MOST_OTHERS = 3;
    private static final int MOST_FRAMES = 6;

    /** Something that looks like it, and the best of its names. */
    record Hit(Suspect suspect, Match match, Signature best) {
        boolean isNamed() {
            return !match.isExcluded() && best.id().equals(match.signature().id());
        }
    }

    static Trial of(Signature signature, List<Lineup.Entry> lineup) {
        List<Hit> hits = new ArrayList<>();
        List<Suspect> others = new ArrayList<>();
        for (Lineup.Entry entry : lineup) {
            Suspect suspect = entry.suspect();
            List<Match> matches = entry.matches();
            matches.stream()
                    .filter(match -> match.signature().id().equals(signature.id()))
                    .findFirst()
                    .ifPresentOrElse(
                            match -> hits.add(
                                    new Hit(suspect, match, matches.get(0).signature())),
                            () -> others.add(suspect));
        }
        others.removeIf(suspect ->
                signature.match().stream().noneMatch(rule -> rule.shape().what().contains(suspect.what())));
        others.sort(Comparator.comparingDouble(Suspect::growth).reversed());
        return new Trial(signature, lineup.size(), hits, others.subList(0, Math.min(MOST_OTHERS, others.size())));
    }

    /** Whether it is the name of something. */
    boolean isNamed() {
        return hits.stream().anyMatch(Hit::isNamed);
    }

    List<String> lines(int width) {
        List<String> lines = new ArrayList<>();
        if (hits.isEmpty()) {
            lines.add(signature.id() + ": looks like none of " + asked + " suspects"
                    + (others.isEmpty() ? "" : "; what there is of its sort:"));
            others.forEach(suspect -> suspect(lines, suspect, width));
            return lines;
        }
        long named = hits.stream().filter(Hit::isNamed).count();
        lines.add(signature.id() + ": looks like " + hits.size() + " of " + asked + " suspects, and names " + named);
        for (Hit hit : hits) {
            suspect(lines, hit.suspect(), width);
            add(lines, verdict(hit), width);
        }
        return lines;
    }

    private static String verdict(Hit hit) {
        Match match = hit.match();
        String verdict = match.isExcluded()
                ? "-> something else: " + String.join("; ", match.excluded())
                : hit.isNamed() ? "-> named" : "-> " + hit.best().id() + " fits better";
        return verdict
                + listed(". Surer, as ", match.supported())
                + listed(". Less sure, as it is not so that ", match.missed())
                + listed(". Nothing was seen that could tell whether ", match.unknown());
    }

    private static String listed(String words, List<String> clauses) {
        return clauses.isEmpty() ? "" : words + String.join("; ", clauses);
    }

    private static void suspect(List<String> lines, Suspect suspect, int width) {
        lines.add("  " + what(suspect));
        List<String> frames = suspect.stack().program();
        if (!frames.isEmpty()) {
            String shown = String.join(" < ", frames.subList(0, Math.min(MOST_FRAMES, frames.size())));
            add(lines, frames.size() > MOST_FRAMES ? shown + " < ..." : shown, width);
        }
    }

    private static void add(List<String> lines, String text, int width) {
        Paragraph.wrap(text, Math.max(20, width - 4)).forEach(line -> lines.add("    " + line));
    }

    /** Such as {@code heap, 12,000 objects of 48 B, growing}. */
    private static String what(Suspect suspect) {
        String count = Quantity.count(suspect.count());
        String growth = " (" + (suspect.growth() < 0 ? "" : "+") + Quantity.count(suspect.growth()) + ")";
        String size = suspect.objectBytes() > 0 ? " of " + Quantity.bytes((double) suspect.objectBytes()) : "";
        return switch (suspect.what()) {
            case GOROUTINES ->
                count + " goroutines" + growth
                        + (suspect.stack().state().isEmpty()
                                ? ""
                                : " [" + suspect.stack().state() + "]");
            case HEAP -> "heap, " + count + " objects" + size + (suspect.growth() > 0 ? ", growing" : "");
            case ALLOCATIONS -> "allocations, " + count + " objects" + size;
            case DESCRIPTORS ->
                count + " descriptors" + growth
                        + (suspect.targets().isEmpty()
                                ? ""
                                : ", open on " + suspect.targets().get(0));
            case THREADS -> count + " threads" + growth;
            case MEMORY -> "the memory as a whole";
        };
    }
}
