package io.tidemark.analysis.table;

import io.tidemark.analysis.report.TextOutput;
import io.tidemark.model.profile.Utf8;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of numbers, each with a name at its end, in columns that are as wide as they must be. Columns may stand in groups.
 *
 * <pre>{@code
 *  -- inuse_space --  - inuse_objects -
 *    flat      cum      flat      cum
 *   8.50MB    12MB      1200     1300  main.load
 *      4MB     4MB        12       12  bytes.growSlice (inline)
 * }</pre>
 */
public final class TextTable {
    private static final int LEAST_WIDTH = 6;

    private record Group(String title, int columns) {}

    private record Row(List<String> cells, String name) {}

    private final List<Group> groups = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    /** Adds a group of columns; the title may be empty. */
    public TextTable group(String title, List<String> columns) {
        groups.add(new Group(title, columns.size()));
        headings.addAll(columns);
        return this;
    }

    /** Adds a row with a cell for each column. */
    public TextTable row(List<String> cells, String name) {
        if (cells.size() != headings.size()) {
            throw new IllegalArgumentException(cells.size() + " cells (expected " + headings.size() + ")");
        }
        rows.add(new Row(List.copyOf(cells), name));
        return this;
    }

    /** Writes the headings and the rows. */
    public void write(TextOutput out) throws IOException {
        int[] widths = widths();
        if (groups.stream().anyMatch(group -> !group.title().isEmpty())) {
            titles(widths, out);
        }
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(" ".repeat(widths[i] - Utf8.width(headings.get(i)) + (i == 0 ? 0 : 2)));
            line.append(headings.get(i));
        }
        out.line(line.toString().stripTrailing());
        for (Row row : rows) {
            for (int i = 0; i < widths.length; i++) {
                out.spaces(i == 0 ? 0 : 2).right(row.cells().get(i), widths[i]);
            }
            out.text("  ").line(row.name());
        }
    }

    /** The widths of columns; where a title needs more, the first column of its group has it. */
    private int[] widths() {
        int[] widths = new int[headings.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(LEAST_WIDTH, Utf8.width(headings.get(i)));
            for (Row row : rows) {
                widths[i] = Math.max(widths[i], Utf8.width(row.cells().get(i)));
            }
        }
        int first = 0;
        for (Group group : groups) {
            int missing = Utf8.width(group.title()) - width(widths, first, group.columns());
            widths[first] += Math.max(0, missing);
            first += group.columns();
        }
        return widths;
    }

    private static int width(int[] widths, int first, int count) {
        int width = 2 * (count - 1);
        for (int i = first; i < first + count; i++) {
            width += widths[i];
        }
        return width;
    }

    private void titles(int[] widths, TextOutput out) throws IOException {
        StringBuilder line = new StringBuilder();
        int first = 0;
        for (Group group : groups) {
            int width = width(widths, first, group.columns());
            String title = group.title();
            int room = width - Utf8.width(title) - 2;
            line.append(first == 0 ? "" : "  ");
            if (title.isEmpty()) {
                line.append(" ".repeat(width));
            } else if (room < 2) {
                line.append(" ".repeat(room + 2)).append(title);
            } else {
                line.append("-".repeat(room / 2)).append(' ').append(title).append(' ');
                line.append("-".repeat(room - room / 2));
            }
            first += group.columns();
        }
        out.line(line.toString().stripTrailing());
    }
}
