package io.tidemark.analysis.graph;

import io.tidemark.model.profile.Functions;
import io.tidemark.model.profile.Locations;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.StringTable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The nodes that the locations of a profile stand for, numbered from 0. Locations that are equal at the granularity of the
 * profile have the same node. A location with inlined calls has a node for each of its lines, innermost first.
 */
public final class NodeTable {
    private final Profile profile;
    private final StringTable strings;
    private final String[] files; // cleaned, by string index; filled as they are asked for
    private final int[] fileKeys; // the string index of the first file that is cleaned to the same
    private final int[] starts; // of each location in nodes
    private final int[] nodes;
    private int size;

    // What a node is, by node.
    private int[] locationsOfNode = new int[64]; // the first location that has it
    private int[] lines = new int[64]; // the line there, or a negative number where it has none
    private boolean[] inlinable = new boolean[64];
    private final boolean binaries;

    /**
     * Numbers the nodes.
     *
     * @param binaries whether the same function in two binaries makes two nodes
     * @param trimFile makes paths of source files shorter
     */
    public NodeTable(Profile profile, boolean binaries, UnaryOperator<String> trimFile) {
        this.profile = profile;
        this.binaries = binaries;
        this.strings = profile.functions().strings();
        this.files = new String[strings.size()];
        this.fileKeys = new int[strings.size()];
        Locations locations = profile.locations();
        this.starts = new int[locations.size() + 1];
        this.nodes = new int[locations.lineCount() + locations.size()];
        cleanFiles(trimFile);
        number();
    }

    private void cleanFiles(UnaryOperator<String> trimFile) {
        Functions functions = profile.functions();
        Map<String, Integer> keys = new HashMap<>();
        files[0] = "";
        for (int f = 0; f < functions.size(); f++) {
            int index = functions.filenameIndex(f);
            if (files[index] == null) {
                String trimmed = trimFile.apply(strings.get(index));
                files[index] = trimmed.isEmpty() ? "" : SlashPath.clean(trimmed);
                fileKeys[index] = files[index].isEmpty() ? 0 : keys.computeIfAbsent(files[index], unused -> index);
            }
        }
    }

    private void number() {
        Locations locations = profile.locations();
        int[] slots = new int[Integer.highestOneBit(Math.max(16, nodes.length)) * 4];
        int next = 0;
        for (int location = 0; location < locations.size(); location++) {
            starts[location] = next;
            int end = locations.lineEnd(location);
            if (locations.lineCount(location) == 0) {
                nodes[next++] = find(slots, location, ~location);
            }
            for (int line = locations.lineStart(location); line < end; line++) {
                int node = find(slots, location, line);
                inlinable[node] |= line != end - 1;
                nodes[next++] = node;
            }
        }
        starts[locations.size()] = next;
    }

    private int find(int[] slots, int location, int line) {
        int mask = slots.length - 1;
        int slot = hash(location, line) & mask;
        while (slots[slot] != 0) {
            int node = slots[slot] - 1;
            if (isSame(locationsOfNode[node], lines[node], location, line)) {
                return node;
            }
            slot = slot + 1 & mask;
        }
        slots[slot] = size + 1;
        if (size == lines.length) {
            lines = Arrays.copyOf(lines, size * 2);
            inlinable = Arrays.copyOf(inlinable, size * 2);
            locationsOfNode = Arrays.copyOf(locationsOfNode, size * 2);
        }
        lines[size] = line;
        locationsOfNode[size] = location;
        return size++;
    }

    private int hash(int location, int line) {
        long hash = profile.locations().address(location);
        hash = 31 * hash + name(line);
        hash = 31 * hash + file(line);
        hash = 31 * hash + (line < 0 ? 0 : profile.locations().line(line));
        hash *= 0x9E3779B97F4A7C15L;
        return (int) (hash >>> 32);
    }

    /** The index of the name of the function of a line, or of no name. */
    private int name(int line) {
        return line < 0 ? 0 : profile.functions().nameIndex(profile.locations().function(line));
    }

    /** The index of a file that is cleaned to the same as that of a line. */
    private int file(int line) {
        return line < 0
                ? 0
                : fileKeys[profile.functions().filenameIndex(profile.locations().function(line))];
    }

    private boolean isSame(int location, int line, int otherLocation, int otherLine) {
        Locations all = profile.locations();
        return all.address(location) == all.address(otherLocation)
                && name(line) == name(otherLine)
                && file(line) == file(otherLine)
                && (line < 0 ? 0 : all.line(line)) == (otherLine < 0 ? 0 : all.line(otherLine))
                && (line < 0 ? 0 : all.column(line)) == (otherLine < 0 ? 0 : all.column(otherLine))
                && (!namesBinary(line)
                        || (startLine(line) == startLine(otherLine)
                                && objfile(location).equals(objfile(otherLocation))));
    }

    private long startLine(int line) {
        return line < 0 ? 0 : profile.functions().startLine(profile.locations().function(line));
    }

    /** A node carries its binary where reports tell binaries apart, and where it has no other name. */
    private boolean namesBinary(int line) {
        return binaries || name(line) == 0;
    }

    private String objfile(int location) {
        int mapping = profile.locations().mapping(location);
        return mapping < 0 ? "" : profile.mappings().get(mapping).file();
    }

    /** The number of nodes. */
    public int size() {
        return size;
    }

    /** Where the nodes of a location start. */
    public int start(int location) {
        return starts[location];
    }

    /** Where the nodes of a location end. */
    public int end(int location) {
        return starts[location + 1];
    }

    /** The node at a place between {@link #start} and {@link #end}. */
    public int node(int place) {
        return nodes[place];
    }

    /** Whether a node stands anywhere for a call that was inlined. */
    boolean isInlinable(int node) {
        return inlinable[node];
    }

    /** What a node stands for. */
    public NodeInfo info(int node) {
        int line = lines[node];
        int location = locationsOfNode[node];
        Locations all = profile.locations();
        if (line < 0) {
            return new NodeInfo("", all.address(location), "", 0, 0, 0, objfile(location));
        }
        Functions functions = profile.functions();
        int function = all.function(line);
        boolean binary = namesBinary(line);
        return new NodeInfo(
                functions.name(function),
                all.address(location),
                files[functions.filenameIndex(function)],
                binary ? functions.startLine(function) : 0,
                all.line(line),
                all.column(line),
                binary ? objfile(location) : "");
    }
}
