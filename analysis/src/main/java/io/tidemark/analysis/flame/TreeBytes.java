package io.tidemark.analysis.flame;

import java.util.Arrays;

/**
 * A tree as bytes, a few for each node: the page holds a hundred thousand. {@code data.js} reads them.
 *
 * <p>A node is a row of numbers, each in groups of 7 bits, least first: how many of the open nodes to close, the name + 1
 * or, of a hidden node, 0 and how many it stands for, the number of its values, and for each its column and itself.
 */
final class TreeBytes {
    private byte[] bytes = new byte[1 << 12];
    private int size;

    private TreeBytes() {}

    /**
     * The bytes of all nodes.
     *
     * @param names what to write for the index of a name
     */
    static byte[] of(FlameTree tree, int[] names) {
        TreeBytes bytes = new TreeBytes();
        int open = 0; // how many nodes are open
        for (int node = 0; node < tree.size(); node++) {
            bytes.number(open - tree.depth(node));
            open = tree.depth(node) + 1;
            if (tree.isHidden(node)) {
                bytes.number(0);
                bytes.number(tree.hidden(node));
            } else {
                bytes.number(names[tree.frame(node)] + 1);
            }
            bytes.values(tree, node);
        }
        return Arrays.copyOf(bytes.bytes, bytes.size);
    }

    private void values(FlameTree tree, int node) {
        int count = 0;
        for (int column = 0; column < tree.columns(); column++) {
            count += tree.self(node, column) == 0 ? 0 : 1;
        }
        number(count);
        for (int column = 0; column < tree.columns(); column++) {
            if (tree.self(node, column) != 0) {
                number(column);
                number(tree.self(node, column));
            }
        }
    }

    private void number(long value) {
        if (size + 10 > bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (0x80 | (rest & 0x7F));
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }
}
