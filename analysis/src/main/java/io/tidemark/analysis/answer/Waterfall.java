package io.tidemark.analysis.answer;

import io.tidemark.analysis.finding.AccountingLine;
import java.util.ArrayList;
import java.util.List;

/**
 * The account of memory for a terminal: a line for each part, its size on the left, and how it changes on the right.
 *
 * <pre>{@code
 * Memory
 *   2.45 GiB  container memory as Kubernetes shows it (usage - inactive file)
 *   1.91 GiB    active page cache (files), reclaimable
 *    425 MiB    anonymous memory of all processes
 *    421 MiB      the process
 *    101 MiB        heap alive after the last collection              +6.1 MiB/min
 *        0 B    unexplained (0 %)
 * }</pre>
 *
 * <p>Parts of less than a thousandth are left out.
 */
public final class Waterfall {
    private static final double NEGLIGIBLE = 0.001;
    private static final int SIZE = 10; // columns of a size, two blanks in front of it
    private static final int LEAST_TEXT = 24;

    private final Ink ink;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    private Waterfall(Ink ink, int width) {
        this.ink = ink;
        this.width = Math.max(60, Math.min(width, 100));
    }

    /**
     * The account in lines; none when there is none.
     *
     * @param width of the terminal, in columns; more than 100 are not used
     */
    public static List<String> lines(List<AccountingLine> accounting, Ink ink, int width) {
        Waterfall waterfall = new Waterfall(ink, width);
        if (!accounting.isEmpty()) {
            waterfall.lines.add(ink.bold("Memory"));
            double total = Math.abs(accounting.get(0).bytes());
            for (AccountingLine line : accounting) {
                waterfall.line(line, total);
            }
        }
        return List.copyOf(waterfall.lines);
    }

    private void line(AccountingLine line, double total) {
        boolean isUnexplained = line.line().equals("unexplained");
        boolean isChanging = Math.abs(line.bytesPerMinute()) >= total * NEGLIGIBLE;
        boolean isSmall = Math.abs(line.bytes()) < total * NEGLIGIBLE && (isUnexplained || !isChanging);
        if (isSmall && line.depth() > 0 && !(isUnexplained && line.depth() == 1)) {
            return;
        }
        String text = line.line();
        if (isUnexplained && total > 0) {
            text += " (" + Quantity.percent(Math.abs(line.bytes()) / total) + ")";
        }
        String change = isChanging ? Quantity.change(line.bytesPerMinute()) + "/min" : "";
        String size = Quantity.bytes(line.bytes());
        String indent = " ".repeat(2 + 2 * line.depth());
        int room = width - SIZE - indent.length() - (change.isEmpty() ? 0 : change.length() + 2);
        List<String> wrapped = Paragraph.wrap(text, Math.max(LEAST_TEXT, room));
        for (int i = 0; i < wrapped.size(); i++) {
            String left = " ".repeat(i == 0 ? Math.max(0, SIZE - size.length()) : SIZE) + (i == 0 ? size : "");
            String words = wrapped.get(i);
            String shown = line.depth() == 0 ? ink.bold(words) : words;
            boolean hasChange = i == 0 && !change.isEmpty();
            String gap = hasChange ? " ".repeat(Math.max(2, room + 2 - words.length())) : "";
            lines.add(left + indent + shown + gap + (hasChange ? ink.faint(change) : ""));
        }
    }
}
