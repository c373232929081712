package io.tidemark.model.legacy;

import io.tidemark.model.profile.Mapping;
import io.tidemark.model.text.Characters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The mappings of a process, put in order, and the mapping of each address.
 *
 * <p>Old profile handlers describe the main binary in odd ways, and Go's describe nothing. The rules against that are
 * pprof's:
 *
 * <ul>
 *   <li>Neighbours that are parts of one file become one mapping.
 *   <li>The first mapping of something that is neither a library nor a part of the system is the main binary, and changes
 *       places with the first of all.
 *   <li>Huge pages that replace the start of the main binary are left out, and a main binary that starts at its offset
 *       above 0x400000 starts at 0x400000.
 *   <li>An address just below a mapping, by no more than its offset, belongs to it and moves its start.
 *   <li>An address that belongs nowhere gets a mapping of everything, without a name, the last of all.
 * </ul>
 *
 * <p>An address is looked up in a sorted table of all places where a mapping starts or ends, since a process can have
 * thousands of mappings and a profile millions of addresses.
 */
final class AddressSpace {
    private static final long USUAL_START = 0x400000;
    private static final int NONE = -1;

    private final List<Mapping> mappings;
    private final long[] bounds; // ascending, with the sign flipped so that they compare as signed numbers
    private final int[] owners; // of the addresses from a bound to the next: the first mapping there
    private final int[] followers; // of them: the first mapping that could be moved down to there
    private int everything = NONE;

    /** For the executable mappings, in the order in which they were found. */
    AddressSpace(List<Mapping> map) {
        mappings = joined(map);
        moveMainFirst();
        repairMain();
        bounds = bounds();
        owners = new int[bounds.length];
        followers = new int[bounds.length];
        fill(owners, false);
        fill(followers, true);
    }

    /** All mappings, numbered from 1, as they are after the addresses that have been looked up. */
    List<Mapping> mappings() {
        List<Mapping> numbered = new ArrayList<>(mappings.size());
        for (Mapping mapping : mappings) {
            numbered.add(mapping.withId(numbered.size() + 1L));
        }
        return numbered;
    }

    /** The index of the mapping of an address, or -1 for the address 0, which is none. */
    int mapping(long address) {
        if (address == 0) {
            return NONE;
        }
        int place = Arrays.binarySearch(bounds, flip(address));
        place = place < 0 ? -place - 2 : place;
        if (place >= 0 && owners[place] != NONE) {
            return owners[place];
        }
        if (everything != NONE && address != -1L) {
            return everything;
        }
        if (place >= 0 && followers[place] != NONE) {
            moveDown(followers[place]);
            return owners[place];
        }
        if (everything == NONE) {
            everything = mappings.size();
            mappings.add(new Mapping(1, 0, -1L, 0, "", "", Mapping.Symbols.NONE));
        }
        return everything;
    }

    private static List<Mapping> joined(List<Mapping> map) {
        List<Mapping> joined = new ArrayList<>();
        for (Mapping mapping : map) {
            Mapping last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && areParts(last, mapping)) {
                joined.set(joined.size() - 1, join(last, mapping));
            } else {
                joined.add(mapping);
            }
        }
        return joined;
    }

    private static boolean areParts(Mapping first, Mapping second) {
        boolean sameFile = first.file().isEmpty()
                || second.file().isEmpty()
                || first.file().equals(second.file());
        boolean sameBuild = first.buildId().isEmpty()
                || second.buildId().isEmpty()
                || first.buildId().equals(second.buildId());
        boolean sameOffset = first.offset() == 0
                || second.offset() == 0
                || first.offset() + (first.limit() - first.start()) == second.offset();
        return sameFile && sameBuild && sameOffset && first.limit() == second.start();
    }

    private static Mapping join(Mapping first, Mapping second) {
        Mapping joined = first.withLimit(second.limit());
        if (!second.file().isEmpty()) {
            joined = joined.withFile(second.file());
        }
        return second.buildId().isEmpty() ? joined : joined.withBuildId(second.buildId());
    }

    private void moveMainFirst() {
        for (int i = 0; i < mappings.size(); i++) {
            if (isBinary(mappings.get(i).file())) {
                Mapping main = mappings.get(i);
                mappings.set(i, mappings.get(0));
                mappings.set(0, main);
                return;
            }
        }
    }

    private static boolean isBinary(String path) {
        String file = Characters.trim(path.replace("(deleted)", ""));
        return !file.isEmpty() && file.charAt(0) != '[' && !isLibrary(file);
    }

    /** Whether a path ends with {@code .so}, or has {@code .so.} or {@code .so_} and a digit in it. */
    private static boolean isLibrary(String file) {
        for (int at = file.indexOf(".so"); at >= 0; at = file.indexOf(".so", at + 1)) {
            int after = at + 3;
            if (after == file.length()) {
                return true;
            }
            boolean versioned = file.charAt(after) == '.' || file.charAt(after) == '_';
            if (versioned && after + 1 < file.length() && Characters.isDigit(file.charAt(after + 1))) {
                return true;
            }
        }
        return false;
    }

    private void repairMain() {
        if (mappings.size() > 1
                && mappings.get(0).file().startsWith("/anon_hugepage")
                && mappings.get(0).limit() == mappings.get(1).start()) {
            mappings.remove(0);
        }
        if (!mappings.isEmpty()) {
            Mapping main = mappings.get(0);
            if (main.start() - main.offset() == USUAL_START) {
                mappings.set(0, movedDown(main));
            }
        }
    }

    private static Mapping movedDown(Mapping m) {
        return new Mapping(m.id(), m.start() - m.offset(), m.limit(), 0, m.file(), m.buildId(), m.symbols());
    }

    // ---- the table ----

    private static long flip(long address) {
        return address ^ Long.MIN_VALUE;
    }

    private long[] bounds() {
        long[] all = new long[mappings.size() * 3];
        for (int i = 0; i < mappings.size(); i++) {
            Mapping mapping = mappings.get(i);
            all[3 * i] = flip(mapping.start());
            all[3 * i + 1] = flip(mapping.limit());
            all[3 * i + 2] = flip(mapping.start() - mapping.offset());
        }
        return Arrays.stream(all).sorted().distinct().toArray();
    }

    /** Enters the first mapping that has each part of the table, or, if {@code below}, that could be moved to it. */
    private void fill(int[] table, boolean below) {
        Arrays.fill(table, NONE);
        int[] next =
                new int[table.length + 1]; // a place from which on the next free one is found, itself if it is free
        Arrays.setAll(next, place -> place);
        for (int i = 0; i < mappings.size(); i++) {
            Mapping mapping = mappings.get(i);
            long from = flip(below ? mapping.start() - mapping.offset() : mapping.start());
            long to = flip(below ? mapping.start() : mapping.limit());
            if (from >= to) {
                continue; // empty, or an offset beyond the start
            }
            int end = Arrays.binarySearch(bounds, to);
            for (int place = free(next, Arrays.binarySearch(bounds, from)); place < end; place = free(next, place)) {
                table[place] = i;
                next[place] = place + 1;
            }
        }
    }

    private static int free(int[] next, int place) {
        int free = place;
        while (next[free] != free) {
            next[free] = next[next[free]];
            free = next[free];
        }
        return free;
    }

    private void moveDown(int mapping) {
        Mapping moved = movedDown(mappings.get(mapping));
        int end = Arrays.binarySearch(bounds, flip(mappings.get(mapping).start()));
        for (int place = Arrays.binarySearch(bounds, flip(moved.start())); place < end; place++) {
            owners[place] = owners[place] == NONE ? mapping : Math.min(owners[place], mapping);
        }
        mappings.set(mapping, moved);
    }
}
