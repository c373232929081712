package io.tidemark.model.profile;

import java.util.Arrays;

/**
 * The locations of a profile, by index: an address in a mapping, and the source lines that it stands for.
 *
 * <p>A location has no line when it is not symbolised, and several when calls were inlined there: the first is the
 * innermost, the last is the function that the compiler emitted. The lines of all locations lie in one range of numbers;
 * those of {@code location} are {@link #lineStart} to {@link #lineEnd}.
 */
public final class Locations {
    private final int size;
    private final long[] ids;
    private final int[] mappings;
    private final long[] addresses;
    private final boolean[] folded;
    private final int[] lineStarts; // size + 1
    private final int[] functions;
    private final long[] lines;
    private final long[] columns;

    Locations(Builder b) {
        this.size = b.size;
        this.ids = b.ids;
        this.mappings = b.mappings;
        this.addresses = b.addresses;
        this.folded = b.folded;
        this.lineStarts = b.lineStarts;
        this.functions = b.functions;
        this.lines = b.lines;
        this.columns = b.columns;
    }

    public int size() {
        return size;
    }

    /** The identity in the profile, greater than zero and unique; not the index. */
    public long id(int location) {
        return ids[location];
    }

    /** The index of the mapping, or -1. */
    public int mapping(int location) {
        return mappings[location];
    }

    /** The address of the instruction, unsigned, or 0. */
    public long address(int location) {
        return addresses[location];
    }

    /** Whether several symbols share the address, as identical code folding makes them. */
    public boolean isFolded(int location) {
        return folded[location];
    }

    /** The first line of a location. */
    public int lineStart(int location) {
        return lineStarts[location];
    }

    /** One beyond the last line of a location. */
    public int lineEnd(int location) {
        return lineStarts[location + 1];
    }

    /** The number of lines of a location. */
    public int lineCount(int location) {
        return lineStarts[location + 1] - lineStarts[location];
    }

    /** The number of lines of all locations. */
    public int lineCount() {
        return lineStarts[size];
    }

    /** The index of the function that a line is in. */
    public int function(int line) {
        return functions[line];
    }

    /** The line number in the source, or 0. */
    public long line(int line) {
        return lines[line];
    }

    /** The column in the source, or 0. */
    public long column(int line) {
        return columns[line];
    }

    /** Collects locations: {@link #add} one, then its lines with {@link #line}, innermost first. */
    static final class Builder {
        private int size;
        private long[] ids = new long[16];
        private int[] mappings = new int[16];
        private long[] addresses = new long[16];
        private boolean[] folded = new boolean[16];
        private int[] lineStarts = new int[17];
        private int[] functions = new int[16];
        private long[] lines = new long[16];
        private long[] columns = new long[16];

        int size() {
            return size;
        }

        /** Makes room for so many more locations and lines. */
        void expect(int count, int lineCount) {
            resize(Math.max(ids.length, size + count));
            resizeLines(Math.max(functions.length, lineStarts[size] + lineCount));
        }

        private void resize(int capacity) {
            ids = Arrays.copyOf(ids, capacity);
            mappings = Arrays.copyOf(mappings, capacity);
            addresses = Arrays.copyOf(addresses, capacity);
            folded = Arrays.copyOf(folded, capacity);
            lineStarts = Arrays.copyOf(lineStarts, capacity + 1);
        }

        private void resizeLines(int capacity) {
            functions = Arrays.copyOf(functions, capacity);
            lines = Arrays.copyOf(lines, capacity);
            columns = Arrays.copyOf(columns, capacity);
        }

        int add(long id, int mapping, long address, boolean isFolded) {
            if (size == ids.length) {
                resize(size * 2);
            }
            ids[size] = id;
            mappings[size] = mapping;
            addresses[size] = address;
            folded[size] = isFolded;
            lineStarts[size + 1] = lineStarts[size];
            return size++;
        }

        void line(int function, long line, long column) {
            int count = lineStarts[size];
            if (count == functions.length) {
                resizeLines(count * 2);
            }
            functions[count] = function;
            lines[count] = line;
            columns[count] = column;
            lineStarts[size] = count + 1;
        }

        /** Adds the lines {@code from} to {@code to} of another profile's location, whose functions are the same. */
        void lines(Locations source, int from, int to) {
            for (int line = from; line < to; line++) {
                line(source.function(line), source.line(line), source.column(line));
            }
        }

        Locations build() {
            return new Locations(this);
        }
    }
}
