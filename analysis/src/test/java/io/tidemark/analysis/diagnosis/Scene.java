package io.tidemark.analysis.diagnosis;

import io.tidemark.analysis.finding.Diagnosis;
import io.tidemark.analysis.reading.Recorded;
import io.tidemark.analysis.signature.Catalogue;
import io.tidemark.model.observation.CaptureName;
import io.tidemark.model.profile.Header;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.ProfileBuilder;
import io.tidemark.model.profile.ValueType;
import io.tidemark.model.proto.ProfileProtoWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;

/** A minute of a program, made by hand: seven rounds, ten seconds apart. */
final class Scene {
    private static final int ROUNDS = 7;

    private record Goroutines(String state, String stack, String creator, IntToLongFunction count) {}

    private record Objects(String stack, long size, IntToLongFunction allocated, IntToLongFunction inUse) {}

    private final List<Goroutines> goroutines = new ArrayList<>();
    private final List<Objects> objects = new ArrayList<>();
    private IntToLongFunction files = round -> 5;
    private IntToLongFunction live = round -> 4_000_000;
    private IntToLongFunction allocated = round -> 1_000_000L * round;
    private IntToLongFunction collections = round -> round;
    private int rounds = ROUNDS;

    /** Goroutines at each round; the stack such as {@code main.f:12 main.g:3}, the leaf first. */
    Scene goroutines(String state, String stack, String creator, IntToLongFunction count) {
        goroutines.add(new Goroutines(state, stack, creator, count));
        return this;
    }

    /** Objects of a stack at each round, those ever allocated and those in use. */
    Scene objects(String stack, long size, IntToLongFunction ever, IntToLongFunction inUse) {
        objects.add(new Objects(stack, size, ever, inUse));
        return this;
    }

    Scene files(IntToLongFunction count) {
        files = count;
        return this;
    }

    /** Bytes that are alive, bytes that were ever allocated, and collections that nobody asked for, at each round. */
    Scene heap(IntToLongFunction bytes, IntToLongFunction ever, IntToLongFunction collected) {
        live = bytes;
        allocated = ever;
        collections = collected;
        return this;
    }

    Scene rounds(int count) {
        rounds = count;
        return this;
    }

    Diagnosis judged() {
        Recorded recorded = new Recorded();
        for (int round = 0; round < rounds; round++) {
            double second = round * 10.0;
            recorded.with(CaptureName.HEAP, round, second, true, profile(round))
                    .with(CaptureName.VARS, round, second + 0.01, vars(round))
                    .with(CaptureName.GOROUTINES, round, second + 0.02, dump(round))
                    .with(CaptureName.PROC_FD, round, second + 0.03, descriptors(round));
        }
        recorded.with(CaptureName.GOROUTINE_DUMP, rounds - 1, rounds * 10.0 - 9.9, dump(rounds - 1));
        return new Judge(Catalogue.builtIn()).judge(recorded.read(), List.of());
    }

    private String vars(int round) {
        long forced = round + 1L;
        long alive = live.applyAsLong(round);
        return """
                {"memstats": {"TotalAlloc":%d,"Sys":%d,"HeapAlloc":%d,"HeapSys":%d,"HeapIdle":8000000,"HeapInuse":%d,\
                "HeapReleased":8000000,"HeapObjects":1000,"StackInuse":900000,"NextGC":8000000,"NumGC":%d,\
                "NumForcedGC":%d,"GCCPUFraction":0.002,"Mallocs":5000,"Frees":4000}}
                """.formatted(
                        allocated.applyAsLong(round),
                        alive + 20_000_000,
                        alive,
                        alive + 10_000_000,
                        alive + 2_000_000,
                        collections.applyAsLong(round) + forced,
                        forced);
    }

    private String dump(int round) {
        StringBuilder text = new StringBuilder("goroutine 1 [select]:\nmain.main()\n\t/src/app/main.go:9 +0x1\n\n");
        int id = 2;
        for (Goroutines group : goroutines) {
            for (long i = 0; i < group.count().applyAsLong(round); i++) {
                text.append("goroutine ")
                        .append(id++)
                        .append(" [")
                        .append(group.state())
                        .append("]:\n");
                for (String frame : group.stack().split(" ", -1)) {
                    text.append(place(frame, "(...)"));
                }
                text.append("created by ")
                        .append(place(group.creator(), " in goroutine 1"))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static String place(String frame, String after) {
        int colon = frame.lastIndexOf(':');
        return frame.substring(0, colon) + after + "\n\t/src/app/main.go" + frame.substring(colon) + " +0x1\n";
    }

    private String descriptors(int round) {
        StringBuilder text = new StringBuilder();
        for (long fd = 0; fd < files.applyAsLong(round); fd++) {
            text.append(fd).append("\t/var/data/").append(fd).append(".dat\n");
        }
        return text.toString();
    }

    private byte[] profile(int round) {
        ProfileBuilder builder = new ProfileBuilder(new Header(
                List.of(
                        new ValueType("alloc_objects", "count"),
                        new ValueType("alloc_space", "bytes"),
                        new ValueType("inuse_objects", "count"),
                        new ValueType("inuse_space", "bytes")),
                "inuse_space",
                new Header.Period(new ValueType("space", "bytes"), 512 << 10),
                0,
                0,
                List.of(),
                "",
                Header.FrameRules.NONE));
        for (Objects row : objects) {
            String[] frames = row.stack().split(" ", -1);
            int[] locations = new int[frames.length];
            for (int i = 0; i < frames.length; i++) {
                int colon = frames[i].lastIndexOf(':');
                long line = Long.parseLong(frames[i].substring(colon + 1));
                locations[i] = builder.location(frames[i].substring(0, colon), "/src/app/main.go", line);
            }
            LabelSet labels =
                    new LabelSet.Builder().number("bytes", row.size(), "bytes").build();
            long all = row.allocated().applyAsLong(round);
            long used = row.inUse().applyAsLong(round);
            builder.sample(labels, locations, all, all * row.size(), used, used * row.size());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ProfileProtoWriter.write(builder.build(), out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }
}
