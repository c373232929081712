package io.tidemark.model.profile;

import java.util.Arrays;

/** The functions of a profile, by index, as columns over the string table. */
public final class Functions {
    private final StringTable strings;
    private final int size;
    private final long[] ids;
    private final int[] names;
    private final int[] systemNames;
    private final int[] filenames;
    private final long[] startLines;

    Functions(
            StringTable strings, int size, long[] ids, int[] names, int[] systemNames, int[] filenames, long[] lines) {
        this.strings = strings;
        this.size = size;
        this.ids = ids;
        this.names = names;
        this.systemNames = systemNames;
        this.filenames = filenames;
        this.startLines = lines;
    }

    public int size() {
        return size;
    }

    /** The identity in the profile, greater than zero and unique; not the index. */
    public long id(int function) {
        return ids[function];
    }

    /** The name for people, demangled where the language mangles. */
    public String name(int function) {
        return strings.get(names[function]);
    }

    /** The name as the binary has it. */
    public String systemName(int function) {
        return strings.get(systemNames[function]);
    }

    /** The source file, or the empty string. */
    public String filename(int function) {
        return strings.get(filenames[function]);
    }

    /** The line of the definition, or 0. */
    public long startLine(int function) {
        return startLines[function];
    }

    /** The index of the name in {@link #strings}. */
    public int nameIndex(int function) {
        return names[function];
    }

    /** The index of the system name in {@link #strings}. */
    public int systemNameIndex(int function) {
        return systemNames[function];
    }

    /** The index of the source file in {@link #strings}. */
    public int filenameIndex(int function) {
        return filenames[function];
    }

    public StringTable strings() {
        return strings;
    }

    /** The same functions without their names, without their files, or without both. */
    Functions without(boolean name, boolean filename) {
        return new Functions(
                strings,
                size,
                ids,
                name ? new int[size] : names,
                name ? new int[size] : systemNames,
                filename ? new int[size] : filenames,
                startLines);
    }

    Builder toBuilder() {
        Builder builder = new Builder(strings.toBuilder());
        builder.size = size;
        builder.ids = ids;
        builder.names = names;
        builder.systemNames = systemNames;
        builder.filenames = filenames;
        builder.startLines = startLines;
        builder.resize(Math.max(16, size)); // a copy
        return builder;
    }

    /** Collects functions; the strings are added to the builder that it was given. */
    static final class Builder {
        final StringTable.Builder strings;
        private int size;
        private long[] ids = new long[16];
        private int[] names = new int[16];
        private int[] systemNames = new int[16];
        private int[] filenames = new int[16];
        private long[] startLines = new long[16];

        Builder(StringTable.Builder strings) {
            this.strings = strings;
        }

        int size() {
            return size;
        }

        /** Makes room for so many more functions. */
        void expect(int count) {
            resize(Math.max(ids.length, size + count));
        }

        private void resize(int capacity) {
            ids = Arrays.copyOf(ids, capacity);
            names = Arrays.copyOf(names, capacity);
            systemNames = Arrays.copyOf(systemNames, capacity);
            filenames = Arrays.copyOf(filenames, capacity);
            startLines = Arrays.copyOf(startLines, capacity);
        }

        /** Adds a function and returns its index; the texts are indices of the string table. */
        int add(long id, int name, int systemName, int filename, long startLine) {
            if (size == ids.length) {
                resize(size * 2);
            }
            ids[size] = id;
            names[size] = name;
            systemNames[size] = systemName;
            filenames[size] = filename;
            startLines[size] = startLine;
            return size++;
        }

        /** Gives a function another name, an index of the string table. */
        void rename(int function, int name) {
            names[function] = name;
        }

        Functions build() {
            return new Functions(strings.build(), size, ids, names, systemNames, filenames, startLines);
        }
    }
}
