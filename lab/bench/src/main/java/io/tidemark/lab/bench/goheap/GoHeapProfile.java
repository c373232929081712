package io.tidemark.lab.bench.goheap;

import io.tidemark.lab.bench.goheap.CallSites.Line;
import io.tidemark.lab.bench.goheap.CallSites.Site;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a heap profile the way Go's runtime does: each location and function just before the first sample
 * that needs it, mapping and strings at the end, compressed with gzip at level 1.
 */
public final class GoHeapProfile {
    private static final int SAMPLING_RATE = 512 * 1024;
    private static final int SHALLOWEST = 20;
    private static final int DEEPEST = 40;
    private static final int ENDPOINTS = 200;
    private static final int FIRST_ALLOCATION = 1000; // call sites below, allocations from here on
    private static final long EPOCH_NANOS = 1_750_000_000_000_000_000L;

    /** The sizes that Go's allocator rounds to, thinned out. */
    private static final int[] SIZES = {
        8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 192, 208, 256, 320, 384, 416, 512, 640, 768, 1024, 1280,
        1536, 2048, 4096, 8192, 10240, 16384, 32768, 65536, 131072, 524288, 1048576, 4194304
    };

    private final GoHeapOptions options;
    private final Program program;
    private final CallSites sites;
    private final OutputStream out;
    private final Map<String, Integer> strings = new LinkedHashMap<>();
    private final Ids siteIds = new Ids();
    private final Ids functionIds = new Ids();
    private final Set<Long> drawn = new HashSet<>(); // hashes of the stacks and sizes so far
    private final Dice walk;
    private final Dice drift;
    private final Site[] stack = new Site[DEEPEST];
    private int depth;
    private final ProtoMessage record = new ProtoMessage();
    private final ProtoMessage part = new ProtoMessage();
    private final ProtoMessage field = new ProtoMessage();

    private GoHeapProfile(GoHeapOptions options, OutputStream out) {
        this.options = options;
        this.out = out;
        program = new Program(options.graphSeed(), options.functions());
        sites = new CallSites(program);
        walk = new Dice(options.seed());
        drift = new Dice(~options.seed());
    }

    public static void write(GoHeapOptions options, OutputStream target) throws IOException {
        try (OutputStream out = new BufferedOutputStream(new FastGzip(target), 1 << 16)) {
            new GoHeapProfile(options, out).write();
        }
    }

    private void write() throws IOException {
        string("");
        emit(11, valueType("space", "bytes"));
        emitNumber(12, SAMPLING_RATE);
        emit(1, valueType("alloc_objects", "count"));
        emit(1, valueType("alloc_space", "bytes"));
        emit(1, valueType("inuse_objects", "count"));
        emit(1, valueType("inuse_space", "bytes"));
        emitNumber(14, string("inuse_space"));
        for (int left = options.samples(); left > 0; left--) {
            writeSample();
        }
        emitNumber(9, EPOCH_NANOS + options.seed() * 1_000_000_000);
        emit(3, mapping());
        for (String each : strings.keySet()) {
            record.clear().text(6, each).writeTo(out);
        }
    }

    private void writeSample() throws IOException {
        int size;
        do {
            walkStack();
            size = SIZES[Math.min(SIZES.length - 1, (int) (Math.abs(walk.normal()) * 9))];
        } while (!drawn.add(hash(size)));
        for (int i = depth - 1; i >= 0; i--) {
            writeSiteOnce(stack[i]);
        }
        part.clear();
        field.clear();
        for (int i = depth - 1; i >= 0; i--) {
            field.varint(siteIds.of(stack[i].number()));
        }
        part.message(1, field);
        part.message(2, values(size));
        part.message(3, field.clear().number(1, string("bytes")).number(3, size));
        if (options.labels()) {
            String endpoint = "/api/v1/harbours/" + walk.below(ENDPOINTS);
            part.message(3, field.clear().number(1, string("endpoint")).number(2, string(endpoint)));
        }
        emit(2, part);
    }

    /** Walks from an entry of the program, one call after the other, to an allocation. */
    private void walkStack() {
        depth = SHALLOWEST + walk.below(DEEPEST - SHALLOWEST + 1);
        int function = program.entry(walk);
        for (int i = 0; i < depth - 1; i++) {
            int call = program.call(function, walk);
            stack[i] = sites.at(function, call);
            function = program.callee(function, call);
        }
        stack[depth - 1] = sites.at(function, FIRST_ALLOCATION + walk.below(2));
    }

    private long hash(int size) {
        long hash = size;
        for (int i = 0; i < depth; i++) {
            hash = (hash ^ stack[i].number()) * 0x100000001B3L;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    /** What was sampled of this size, scaled up to what it stands for, as the runtime does. */
    private ProtoMessage values(long size) {
        double allocated = Math.floor(1 + walk.logNormal(1.6));
        double inUse = walk.chance(0.4) ? Math.floor(allocated * walk.fraction()) : 0;
        if (options.drift() > 0 && drift.chance(options.drift())) {
            double factor = drift.logNormal(1);
            allocated = Math.floor(allocated * factor) + 1;
            inUse = Math.floor(inUse * factor) + 1;
        }
        double scale = 1 / (1 - StrictMath.exp(-(double) size / SAMPLING_RATE));
        return field.clear()
                .varint((long) (allocated * scale))
                .varint((long) (allocated * size * scale))
                .varint((long) (inUse * scale))
                .varint((long) (inUse * size * scale));
    }

    private void writeSiteOnce(Site site) throws IOException {
        if (!siteIds.give(site.number())) {
            return;
        }
        List<Integer> firstMet = new ArrayList<>();
        part.clear().number(1, siteIds.of(site.number())).number(2, 1).number(3, site.address());
        for (Line line : site.lines()) {
            if (functionIds.give(line.function())) {
                firstMet.add(line.function());
            }
            part.message(
                    4, field.clear().number(1, functionIds.of(line.function())).number(2, line.line()));
        }
        emit(4, part);
        for (int function : firstMet) {
            writeFunction(function);
        }
    }

    private void writeFunction(int function) throws IOException {
        int name = string(program.names[function].function());
        part.clear()
                .number(1, functionIds.of(function))
                .number(2, name)
                .number(3, name)
                .number(4, string(program.names[function].file()))
                .number(5, program.startLines[function]);
        emit(5, part);
    }

    private ProtoMessage mapping() {
        return part.clear()
                .number(1, 1)
                .number(2, 0x400000)
                .number(3, program.addresses[program.size()] + 0x10000)
                .number(5, string("/srv/bin/harbourd"))
                .number(6, string(Long.toHexString(new Dice(options.graphSeed()).nextLong())))
                .number(7, 1);
    }

    private ProtoMessage valueType(String type, String unit) {
        return part.clear().number(1, string(type)).number(2, string(unit));
    }

    private int string(String text) {
        Integer known = strings.putIfAbsent(text, strings.size());
        return known == null ? strings.size() - 1 : known;
    }

    private void emit(int tag, ProtoMessage message) throws IOException {
        record.clear().message(tag, message).writeTo(out);
    }

    private void emitNumber(int tag, long value) throws IOException {
        record.clear().number(tag, value).writeTo(out);
    }

    /** The level isn't a parameter of the JDK's class. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
