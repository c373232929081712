package io.tidemark.lab.score.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table in Markdown.
 *
 * <pre>
 * | class | runs |
 * |---|---|
 * | leak | 48 |
 * </pre>
 */
final class Table {
    private final List<String> lines = new ArrayList<>();
    private final int width;

    Table(List<String> header) {
        this.width = header.size();
        row(header);
        lines.add("|" + "---|".repeat(width));
    }

    void row(List<String> cells) {
        if (cells.size() != width) {
            throw new IllegalArgumentException(cells.size() + " cells (expected " + width + ")");
        }
        StringBuilder line = new StringBuilder("|");
        for (String cell : cells) {
            line.append(' ').append(cell.replace("|", "\\|")).append(" |");
        }
        lines.add(line.toString());
    }

    List<String> lines() {
        return lines;
    }
}
