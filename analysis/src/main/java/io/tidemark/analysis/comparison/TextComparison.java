package io.tidemark.analysis.comparison;

import io.tidemark.analysis.answer.Ink;
import io.tidemark.analysis.answer.Paragraph;
import io.tidemark.analysis.answer.Quantity;
import io.tidemark.analysis.finding.Culprit;
import io.tidemark.analysis.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A comparison for a terminal.
 *
 * <pre>{@code
 * GONE   the goroutine leak of util.NewPusher: +1,200 a minute before; more than 10 a
 *        minute would have been seen in 30 seconds
 *
 * Before     leaking.zip   go1.26.8, 30 seconds, leak
 * After      fixed.zip     go1.26.8, 30 seconds, healthy
 *
 * Findings   gone         goroutine leak of util.NewPusher (pusher.go:31)
 * Worse      nothing by more than noise
 * Better     goroutines     616, +1,199 a minute  ->  12
 * }</pre>
 */
public final class TextComparison {
    private static final int INDENT = 11;
    private static final String NOTHING = "nothing by more than noise";

    private final Comparison comparison;
    private final Ink ink;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    private TextComparison(Comparison comparison, Ink ink, int width) {
        this.comparison = comparison;
        this.ink = ink;
        this.width = Math.max(60, Math.min(width, 100));
    }

    /**
     * The comparison in lines.
     *
     * @param width of the terminal, in columns; more than 100 are not used
     */
    public static List<String> lines(Comparison comparison, Ink ink, int width) {
        TextComparison text = new TextComparison(comparison, ink, width);
        text.ruling();
        text.sides();
        text.findings();
        text.moves();
        text.owners("Heap", comparison.clearest(comparison.heap()), true);
        text.owners("Goroutines", comparison.clearest(comparison.goroutines()), false);
        if (!comparison.cautions().isEmpty()) {
            text.lines.add("");
            text.block("Caution", comparison.cautions());
        }
        return text.lines;
    }

    private void ruling() {
        Outcome outcome = comparison.ruling().outcome();
        String word = outcome.words();
        String shown =
                switch (outcome) {
                    case GONE, NO_LEAK -> ink.calm(word);
                    case STILL_THERE, NEW_LEAK, LEAK -> ink.severity(Severity.CRITICAL, word);
                    case UNDECIDED, LEVELS -> ink.severity(Severity.WARNING, word);
                };
        String left = shown;
        for (String line : Paragraph.wrap(comparison.ruling().because(), width - word.length() - 3)) {
            lines.add(left + "   " + line);
            left = " ".repeat(word.length());
        }
        lines.add("");
    }

    private void sides() {
        int room = Math.max(
                comparison.before().name().length(), comparison.after().name().length());
        lines.add(side("Before", comparison.before(), room));
        lines.add(side("After", comparison.after(), room));
        lines.add("");
    }

    private String side(String word, Side side, int room) {
        return Paragraph.beside(word, List.of(side.name()), ink, INDENT, Integer.MAX_VALUE)
                        .get(0)
                + " ".repeat(room - side.name().length() + 3)
                + side.words();
    }

    private void findings() {
        if (comparison.findings().isEmpty()) {
            return;
        }
        int fates = widest(
                comparison.findings().stream().map(pair -> pair.fate().words()).toList());
        String left = ink.bold("Findings") + " ".repeat(INDENT - "Findings".length());
        for (FindingPair pair : comparison.findings()) {
            List<String> paragraphs = new ArrayList<>();
            String title = pair.finding().title();
            String culprit = pair.finding().culprit().map(Culprit::named).orElse("");
            paragraphs.add(title + (culprit.isEmpty() || title.contains(culprit) ? "" : ", " + culprit));
            if (!pair.because().isEmpty()) {
                paragraphs.add(pair.because());
            }
            for (String line : Paragraph.beside(pair.fate().words(), paragraphs, ink, fates + 3, width - INDENT)) {
                lines.add(left + line);
                left = " ".repeat(INDENT);
            }
        }
        lines.add("");
    }

    private void moves() {
        if (comparison.moves().isEmpty()) {
            return;
        }
        table("Worse", comparison.moves(Judgement.WORSE));
        table("Better", comparison.moves(Judgement.BETTER));
        String same = comparison.moves(Judgement.SAME).stream()
                .map(move -> move.measure().words() + " (" + move.words(move.after()) + ")")
                .collect(Collectors.joining(", "));
        if (!same.isEmpty()) {
            block("Same", List.of(same));
        }
        block("Noise", List.of(Moves.NOISE));
    }

    private void table(String word, List<Move> moves) {
        if (moves.isEmpty()) {
            block(word, List.of(NOTHING));
            return;
        }
        int names = widest(moves.stream().map(move -> move.measure().words()).toList());
        int values =
                widest(moves.stream().map(move -> move.words(move.before())).toList());
        String left = ink.bold(word) + " ".repeat(INDENT - word.length());
        for (Move move : moves) {
            lines.add(left + padded(move.measure().words(), names) + "  " + padded(move.words(move.before()), values)
                    + "  ->  " + move.words(move.after()));
            left = " ".repeat(INDENT);
        }
    }

    private static int widest(List<String> words) {
        return words.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private void owners(String word, List<OwnerChange> changes, boolean areBytes) {
        if (changes.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(ink.bold(word)
                + " ".repeat(INDENT - word.length())
                + ink.faint("    before      after     change   of the function"));
        for (OwnerChange change : changes) {
            String line = " ".repeat(INDENT)
                    + right(value(change.before(), areBytes))
                    + right(value(change.after(), areBytes))
                    + right((change.change() > 0 ? "+" : "") + value(change.change(), areBytes))
                    + "   " + change.owner().named();
            lines.add(change.isClear() ? line : line + ink.faint(" (may be chance)"));
        }
    }

    private static String value(double value, boolean areBytes) {
        return areBytes ? Quantity.bytes(value) : Quantity.count(value);
    }

    private static String right(String text) {
        return " ".repeat(Math.max(1, 11 - text.length())) + text;
    }

    private void block(String word, List<String> paragraphs) {
        lines.addAll(Paragraph.beside(word, paragraphs, ink, INDENT, width));
    }
}
