package io.tidemark.analysis.listing;

import io.tidemark.analysis.report.Report;
import io.tidemark.model.code.Frame;
import io.tidemark.model.code.Instruction;
import io.tidemark.model.profile.Locations;
import io.tidemark.model.profile.Mapping;
import io.tidemark.model.profile.Profile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the code around the addresses that are of interest: the instructions from the binary, and where they come from.
 * Where there is no binary the profile itself knows the lines, and no instructions.
 */
final class CodeReader {
    private static final long SURROUNDINGS = 500;
    private static final int MOST_RANGES = 25; // the costliest; each runs a tool

    /** As many bytes after an instruction whose line is known others are taken for part of it. */
    private static final long NEIGHBOURHOOD = 32;

    private final Report report;
    private final Profile profile;
    private final AddressCosts costs;
    private final Interest interest;
    private final BinaryFiles binaries;
    private final Map<Integer, Optional<BinaryFiles.BinaryFile>> opened = new HashMap<>();
    private final CodeTable table;

    /** Addresses that are read together. */
    private record Range(int mapping, List<Long> addresses, long flat) {}

    private CodeReader(Report report, AddressCosts costs, Interest interest, BinaryFiles binaries) {
        this.report = report;
        this.profile = report.profile();
        this.costs = costs;
        this.interest = interest;
        this.binaries = binaries;
        this.table = new CodeTable(interest);
    }

    static CodeTable read(Report report, AddressCosts costs, Interest interest, BinaryFiles binaries) {
        CodeReader reader = new CodeReader(report, costs, interest, binaries);
        try {
            reader.read();
        } finally {
            reader.opened.values().forEach(binary -> binary.ifPresent(BinaryFiles.BinaryFile::close));
        }
        return reader.table;
    }

    private void read() {
        List<Range> ranges = new ArrayList<>();
        List<Long> bare = new ArrayList<>();
        split(ranges, bare);
        bare.forEach(this::addFromProfile);
        ranges.sort(Comparator.comparingLong(Range::flat).reversed());
        for (int i = 0; i < ranges.size(); i++) {
            Range range = ranges.get(i);
            Optional<BinaryFiles.BinaryFile> binary = binary(range.mapping());
            if (i >= MOST_RANGES || binary.isEmpty() || !disassemble(range, binary.get())) {
                range.addresses().stream()
                        .filter(address -> !table.has(address))
                        .forEach(this::addFromProfile);
            }
        }
    }

    /** Splits the addresses into ranges of a binary, and those that no binary is there for. */
    private void split(List<Range> ranges, List<Long> bare) {
        List<Long> together = new ArrayList<>();
        int last = -1;
        for (Map.Entry<Long, Integer> entry : interest.locations().entrySet()) {
            long address = entry.getKey();
            int mapping = profile.locations().mapping(entry.getValue());
            boolean hasBinary = mapping >= 0 && binary(mapping).isPresent();
            boolean isNear = hasBinary
                    && mapping == last
                    && Long.compareUnsigned(address - together.get(together.size() - 1), 2 * SURROUNDINGS) <= 0;
            if (!isNear && !together.isEmpty()) {
                ranges.add(range(last, together));
                together = new ArrayList<>();
            }
            if (hasBinary) {
                together.add(address);
                last = mapping;
            } else {
                bare.add(address);
                last = -1;
            }
        }
        if (!together.isEmpty()) {
            ranges.add(range(last, together));
        }
    }

    private Range range(int mapping, List<Long> addresses) {
        long flat = addresses.stream().mapToLong(costs::flat).sum();
        return new Range(mapping, addresses, flat);
    }

    private Optional<BinaryFiles.BinaryFile> binary(int mapping) {
        return opened.computeIfAbsent(mapping, key -> {
            try {
                return Optional.of(binaries.open(profile.mappings().get(mapping)));
            } catch (IOException e) {
                return Optional.empty(); // the listing shows the lines without instructions
            }
        });
    }

    private void addFromProfile(long address) {
        Locations locations = profile.locations();
        int location = interest.locations().getOrDefault(address, -1);
        List<Frame> frames = new ArrayList<>();
        for (int line = locations.lineStart(location); line < locations.lineEnd(location); line++) {
            int function = locations.function(line);
            frames.add(Frame.of(
                    profile.functions().name(function), profile.functions().filename(function), locations.line(line)));
        }
        add(address, address, 1, "", frames, frames);
    }

    /** Returns false where the binary can't be disassembled. */
    private boolean disassemble(Range range, BinaryFiles.BinaryFile binary) {
        Mapping mapping = profile.mappings().get(range.mapping());
        long first = range.addresses().get(0);
        long last = range.addresses().get(range.addresses().size() - 1);
        MappedRange around = MappedRange.of(mapping).around(first, last, SURROUNDINGS);
        List<Instruction> instructions;
        long base;
        try {
            base = around.start() - binary.toFileAddress(around.start());
            instructions = binary.disassemble(
                    around.start() - base,
                    around.end() - base,
                    report.options().style().intelSyntax());
        } catch (IOException e) {
            return false;
        }
        add(instructions, base, binary);
        return !instructions.isEmpty();
    }

    private void add(List<Instruction> instructions, long base, BinaryFiles.BinaryFile binary) {
        List<Frame> lastFrames = List.of();
        long lastKnown = 0;
        long highest = 0;
        for (int i = 0; i < instructions.size(); i++) {
            Instruction instruction = instructions.get(i);
            long address = instruction.address() + base;
            if (Long.compareUnsigned(address, highest) <= 0) {
                continue; // objdump repeats code that has several names
            }
            highest = address;
            List<Frame> frames = frames(binary, address, instruction);
            List<Frame> shown = frames;
            if (!frames.isEmpty() && frames.get(0).line() != 0) {
                lastFrames = frames;
                lastKnown = address;
            } else if (!lastFrames.isEmpty() && address - lastKnown <= NEIGHBOURHOOD) {
                shown = lastFrames;
            }
            add(address, instruction.address(), length(instructions, i), instruction.text(), frames, shown);
        }
    }

    private static List<Frame> frames(BinaryFiles.BinaryFile binary, long address, Instruction instruction) {
        try {
            return binary.frames(address);
        } catch (IOException e) {
            return List.of(Frame.of(instruction.function(), instruction.file(), instruction.line()));
        }
    }

    private static long length(List<Instruction> instructions, int index) {
        if (index + 1 < instructions.size()) {
            long length = instructions.get(index + 1).address()
                    - instructions.get(index).address();
            return length > 0 && length < SURROUNDINGS ? length : 1;
        }
        return 1;
    }

    /** Adds an instruction with the samples within it: profilers may see the address after the one that ran. */
    private void add(long address, long inFile, long length, String text, List<Frame> frames, List<Frame> shown) {
        long flat = 0;
        long cum = 0;
        for (long at = address; at != address + length; at++) {
            flat += costs.flat(at);
            cum += costs.cum(at);
        }
        Frame innermost = frames.isEmpty() ? Frame.of("", "", 0) : frames.get(0);
        table.add(address, new CodeTable.Code(inFile, length, text, innermost, flat, cum), shown);
    }
}
