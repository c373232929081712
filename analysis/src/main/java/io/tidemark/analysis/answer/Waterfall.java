package io.tidemark.analysis.answer;

import io.tidemark.analysis.finding.AccountingLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The account of memory for a terminal: a line for each part, its size on the left, how it changes on the right, and what
 * of it is the leak.
 *
 * <pre>{@code
 * Memory                                                    a minute
 *   2.45 GiB  container memory as Kubernetes shows it       +6.4 MiB
 *             (usage - inactive file)
 *   1.91 GiB    active page cache (files), reclaimable
 *    425 MiB    anonymous memory of all processes           +6.1 MiB
 *    421 MiB      the process                               +6.1 MiB
 *    101 MiB        heap alive after the last collection    +6.1 MiB  <- the leak
 *        0 B    unexplained (0 %)
 * }</pre>
 *
 * <p>Parts of less than a thousandth are left out.
 */
public final class Waterfall {
    private static final double NEGLIGIBLE = 0.001;
    private static final int SIZE = 10; // columns of a size, two blanks in front of it
    private static final int LEAST_TEXT = 24;
    private static final String HEADING = "a minute";
    private static final String MARK = "  <- the leak";

    private final Form form;
    private final Predicate<AccountingLine> isLeak;
    private final double total;
    private final int changes; // columns of the changes, two blanks in front of them; 0 when nothing changes
    private final int marks; // columns behind them
    private final List<String> lines = new ArrayList<>();

    /**
     * What it is written for.
     *
     * @param width of the terminal, in columns; fewer than 60 and more than 100 are not used
     */
    public record Form(Ink ink, int width) {
        public Form {
            width = Math.max(60, Math.min(width, 100));
        }
    }

    private Waterfall(List<AccountingLine> accounting, Predicate<AccountingLine> isLeak, Form form) {
        this.form = form;
        this.isLeak = isLeak;
        this.total = Math.abs(accounting.get(0).bytes());
        List<AccountingLine> shown = shown(accounting);
        this.marks = shown.stream().anyMatch(isLeak) ? MARK.length() : 0;
        int widest =
                shown.stream().map(this::change).mapToInt(String::length).max().orElse(0);
        this.changes = widest == 0 ? 0 : 2 + Math.max(HEADING.length(), widest);
        heading();
        shown.forEach(this::line);
    }

    /** The account in lines; none when there is none. */
    public static List<String> lines(List<AccountingLine> accounting, Form form) {
        return lines(accounting, line -> false, form);
    }

    /**
     * The account in lines; none when there is none.
     *
     * @param isLeak which parts of it leak
     */
    static List<String> lines(List<AccountingLine> accounting, Predicate<AccountingLine> isLeak, Form form) {
        return accounting.isEmpty() ? List.of() : List.copyOf(new Waterfall(accounting, isLeak, form).lines);
    }

    private void heading() {
        int gap = form.width - "Memory".length() - marks - HEADING.length();
        lines.add(form.ink.bold("Memory") + (changes == 0 ? "" : " ".repeat(gap) + form.ink.faint(HEADING)));
    }

    /** The lines that are worth a look: neither less than a thousandth of the whole, nor changing by as much. */
    static List<AccountingLine> shown(List<AccountingLine> accounting) {
        return accounting.stream()
                .filter(line -> isShown(line, Math.abs(accounting.get(0).bytes())))
                .toList();
    }

    private static boolean isShown(AccountingLine line, double total) {
        boolean isSmall =
                Math.abs(line.bytes()) < total * NEGLIGIBLE && (isUnexplained(line) || !isChanging(line, total));
        return !isSmall || line.depth() == 0 || (isUnexplained(line) && line.depth() == 1);
    }

    /** Whether it changes by as much as is worth a word. */
    static boolean isChanging(AccountingLine line, double total) {
        return Math.abs(line.bytesPerMinute()) >= total * NEGLIGIBLE;
    }

    private static boolean isUnexplained(AccountingLine line) {
        return line.line().equals("unexplained");
    }

    private String change(AccountingLine line) {
        return isChanging(line, total) ? Quantity.change(line.bytesPerMinute()) : "";
    }

    private String text(AccountingLine line) {
        return isUnexplained(line) && total > 0
                ? line.line() + " (" + Quantity.percent(Math.abs(line.bytes()) / total) + ")"
                : line.line();
    }

    private void line(AccountingLine line) {
        String change = change(line);
        String size = Quantity.bytes(line.bytes());
        String indent = " ".repeat(2 + 2 * line.depth());
        int end = form.width - marks; // where changes end
        int room = end - SIZE - indent.length() - (change.isEmpty() ? 0 : changes);
        List<String> wrapped = Paragraph.wrap(text(line), Math.max(LEAST_TEXT, room));
        for (int i = 0; i < wrapped.size(); i++) {
            boolean isFirst = i == 0;
            String left = " ".repeat(isFirst ? Math.max(0, SIZE - size.length()) : SIZE) + (isFirst ? size : "");
            String words = wrapped.get(i);
            String shown = line.depth() == 0 ? form.ink.bold(words) : words;
            lines.add(left
                    + indent
                    + shown
                    + (isFirst ? right(line, change, end - SIZE - indent.length() - words.length()) : ""));
        }
    }

    private String right(AccountingLine line, String change, int room) {
        if (change.isEmpty()) {
            return "";
        }
        String gap = " ".repeat(Math.max(2, room - change.length()));
        return isLeak.test(line) ? gap + form.ink.bold(change + MARK) : gap + form.ink.faint(change);
    }
}
