package io.tidemark.collect.binary;

import io.tidemark.collect.tool.ToolProcess;
import io.tidemark.model.code.Frame;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The symbols of a file in the order of their addresses, as nm prints them. It knows names, but no files and lines. */
final class SymbolTable implements FrameSource {
    /** The types of nm that are data; {@code W} and {@code V} are weak symbols, which mostly are. */
    private static final String DATA = "bBdDrRvVW";

    private final List<String> names = new ArrayList<>();
    private long[] addresses = new long[256];
    private long[] sizes = new long[256];
    private boolean[] isData = new boolean[256];

    static SymbolTable read(String nm, String file, Duration patience) throws IOException {
        SymbolTable table = new SymbolTable();
        List<String> command = List.of(nm, "--numeric-sort", "--print-size", "--format=posix", file);
        try (ToolProcess tool = ToolProcess.start(command, patience)) {
            for (Optional<String> line = tool.readLine(); line.isPresent(); line = tool.readLine()) {
                table.add(line.get());
            }
            tool.finish();
        }
        return table;
    }

    /** Adds {@code name type address size}; other lines, such as those of undefined symbols, are left out. */
    void add(String line) {
        String[] fields = line.strip().split(" ", -1);
        if (fields.length != 4) {
            return;
        }
        try {
            add(
                    fields[0],
                    Long.parseUnsignedLong(fields[2], 16),
                    Long.parseUnsignedLong(fields[3], 16),
                    fields[1].chars().anyMatch(c -> DATA.indexOf(c) >= 0));
        } catch (NumberFormatException e) {
            // Not a symbol with an address and a size.
        }
    }

    private void add(String name, long address, long size, boolean data) {
        int index = names.size();
        if (index == addresses.length) {
            addresses = Arrays.copyOf(addresses, index * 2);
            sizes = Arrays.copyOf(sizes, index * 2);
            isData = Arrays.copyOf(isData, index * 2);
        }
        names.add(name);
        addresses[index] = address;
        sizes[index] = size;
        isData[index] = data;
    }

    /**
     * The last symbol that does not start after the address. Code goes on to the next symbol, whatever its size says; data
     * does not.
     */
    Optional<String> name(long address) {
        int last = names.size() - 1;
        if (last < 0
                || Long.compareUnsigned(address, addresses[0]) < 0
                || Long.compareUnsigned(address, addresses[last] + sizes[last]) >= 0) {
            return Optional.empty();
        }
        int low = 0;
        int high = names.size();
        while (low + 1 < high) {
            int middle = (low + high) / 2;
            int order = Long.compareUnsigned(address, addresses[middle]);
            if (order == 0) {
                low = middle; // of several at one address pprof takes the one that it meets first, and so do we
                break;
            } else if (order > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        boolean beyond = isData[low] && Long.compareUnsigned(address, addresses[low] + sizes[low]) >= 0;
        return beyond ? Optional.empty() : Optional.of(names.get(low));
    }

    @Override
    public List<Frame> frames(long address) {
        return name(address).map(name -> List.of(Frame.of(name, "", 0))).orElse(List.of());
    }

    @Override
    public void close() {}
}
