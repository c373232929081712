package io.tidemark.analysis.graph;

import io.tidemark.model.profile.Utf8;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a node stands for: as much of a code location as the granularity of the report keeps, so a function, a file, a line
 * or an address.
 *
 * @param name the function, or empty
 * @param address the address, or 0
 * @param file the source file, cleaned, or empty
 * @param startLine the line where the function begins, where reports tell binaries apart, or 0
 * @param line the line, or 0
 * @param column the column, or 0
 * @param objfile the binary, where reports tell binaries apart or nothing else is known, or empty
 */
public record NodeInfo(String name, long address, String file, long startLine, long line, long column, String objfile) {
    /** By what is printed; what is printed alike is told apart by everything else. */
    public static final Comparator<NodeInfo> ORDER = NodeInfo::compare;

    /** The parts joined with spaces: {@code 0000000000401000 main.main main.go:12}. */
    public String printableName() {
        return address == 0 && line == 0 && file.isEmpty() && !name.isEmpty() ? name : String.join(" ", components());
    }

    /** The address, the function, and the line or file; the binary or {@code <unknown>} when there is nothing else. */
    public List<String> components() {
        List<String> parts = new ArrayList<>(3);
        if (address != 0) {
            parts.add(hex16(address));
        }
        if (!name.isEmpty()) {
            parts.add(name);
        }
        if (line != 0) {
            parts.add(file + ":" + line + (column == 0 ? "" : ":" + column));
        } else if (!file.isEmpty()) {
            parts.add(file);
        } else if (name.isEmpty()) {
            parts.add(objfile.isEmpty() ? "<unknown>" : "[" + SlashPath.base(objfile) + "]");
        }
        return parts;
    }

    private static String hex16(long value) {
        String hex = Long.toHexString(value);
        return "0".repeat(16 - hex.length()) + hex;
    }

    /** The function that the node lies in, which is the same for all its lines and addresses. */
    NodeInfo function() {
        return new NodeInfo(name, 0, file, startLine, 0, 0, objfile);
    }

    /** The same node with another name. */
    public NodeInfo withName(String newName) {
        return new NodeInfo(newName, address, file, startLine, line, column, objfile);
    }

    /** The same node in another file. */
    public NodeInfo withFile(String newFile) {
        return new NodeInfo(name, address, newFile, startLine, line, column, objfile);
    }

    private static int compare(NodeInfo a, NodeInfo b) {
        if (a.address != 0 && b.address != 0 && a.address != b.address) {
            return Long.compareUnsigned(a.address, b.address);
        }
        int byName = Utf8.compare(a.printableName(), b.printableName());
        return byName != 0 ? byName : Utf8.compare(a.details(), b.details());
    }

    private String details() {
        return name + " " + Long.toUnsignedString(address) + " " + file + " " + startLine + " " + line + " " + column
                + " " + objfile;
    }
}
