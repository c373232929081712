package io.tidemark.analysis;

import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.TextOutput;
import io.tidemark.analysis.view.Query;
import io.tidemark.analysis.view.Shape;
import io.tidemark.analysis.view.View;
import io.tidemark.model.profile.Header;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Mapping;
import io.tidemark.model.profile.Merger;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ProfileBuilder;
import io.tidemark.model.profile.Utf8;
import io.tidemark.model.profile.ValueType;
import java.io.ByteArrayOutputStream;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Heap profiles of a service that does not exist, five minutes apart: its cache keeps what it is given, its buffers come
 * and go, and its names are as bad as names get.
 */
public final class Orders {
    /** A size class of one stack: how many objects of which size at each of the three times, in use and ever allocated. */
    private record Row(String stack, String endpoint, long size, List<Integer> inUse, List<Integer> allocated) {}

    private static final String BROKEN = Utf8.decode(new byte[] {'m', 'a', 'i', 'n', '.', (byte) 0xFF, 'x'});
    private static final long KB = 1024;
    private static final long MINUTES = 5 * 60_000_000_000L;

    private static final List<Row> ROWS = List.of(
            row(
                    "bytes.growSlice orders.(*Cache).Put orders.Serve main.main",
                    "/orders",
                    64 * KB,
                    10,
                    200,
                    190,
                    900,
                    1500,
                    1800),
            row(
                    "bytes.growSlice orders.(*Cache).Put orders.Serve main.main",
                    "/items",
                    4 * KB,
                    100,
                    400,
                    420,
                    500,
                    800,
                    900),
            row(
                    "bufio.NewWriterSize orders.Reply orders.Serve main.main",
                    "/orders",
                    4 * KB,
                    30,
                    90,
                    25,
                    5000,
                    9000,
                    12000),
            row("bufio.NewWriterSize orders.Reply orders.Serve main.main", "/items", 4 * KB, 20, 10, 0, 100, 200, 300),
            row("main.walk main.walk main.walk main.main", "", 512, 50, 50, 50, 50, 50, 50),
            row("main.walk main.main", "", 512, 7, 7, 7, 7, 7, 7),
            row("main.Map[go.shape.struct{A:int;B:int}] main.main", "", 16, 900, 0, 0, 900, 900, 900),
            row("<script>alert(1)</script> " + BROKEN + " main.main", "", 128, 0, 33, 66, 0, 33, 66));

    private Orders() {}

    private static Row row(String stack, String endpoint, long size, Integer... counts) {
        return new Row(
                stack,
                endpoint,
                size,
                List.of(counts).subList(0, 3),
                List.of(counts).subList(3, 6));
    }

    /** The heap at the first (0), the second (1) or the third time (2). */
    public static Profile heap(int time) {
        ProfileBuilder b = new ProfileBuilder(new Header(
                List.of(
                        new ValueType("alloc_objects", "count"),
                        new ValueType("alloc_space", "bytes"),
                        new ValueType("inuse_objects", "count"),
                        new ValueType("inuse_space", "bytes")),
                "inuse_space",
                new Header.Period(new ValueType("space", "bytes"), 64 * KB),
                1_780_000_000_000_000_000L + time * MINUTES,
                0,
                List.of(),
                "",
                Header.FrameRules.NONE));
        b.mapping(new Mapping(1, 0x400000, 0x500000, 0, "/srv/orders", "b1", Mapping.Symbols.NONE));
        for (Row row : ROWS) {
            LabelSet.Builder labels = new LabelSet.Builder().number("bytes", row.size, "bytes");
            if (!row.endpoint.isEmpty()) {
                labels.text("endpoint", row.endpoint);
            }
            String[] frames = row.stack.split(" ", -1);
            int[] stack = new int[frames.length];
            for (int i = 0; i < stack.length; i++) {
                stack[i] = b.location(frames[i], frames[i].startsWith("main") ? "main.go" : "lib.go", 10 + i);
            }
            long inUse = row.inUse.get(time);
            long allocated = row.allocated.get(time);
            b.sample(labels.build(), stack, allocated, allocated * row.size, inUse, inUse * row.size);
        }
        try {
            return b.build();
        } catch (MalformedProfileException e) {
            throw new AssertionError(e);
        }
    }

    /** The second time, compared with the first as {@code -diff_base} does. */
    public static Profile difference() throws Exception {
        Merger merger = new Merger();
        merger.add(heap(1));
        merger.add(heap(0).scale(-1).mapLabels(labels -> labels.with(Profile.BASE_LABEL, "true")));
        return merger.toProfile();
    }

    /** A report of all of a profile. */
    public static Report report(Profile profile, View view, Shape shape) throws Exception {
        return new Query(view, shape, null).report(profile, ZoneOffset.UTC, notice -> {});
    }

    /** What a report writes. */
    public static byte[] written(Writer writer) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TextOutput out = new TextOutput(bytes);
        writer.write(out);
        out.flush();
        return bytes.toByteArray();
    }

    /** Writes a report. */
    @FunctionalInterface
    public interface Writer {
        void write(TextOutput out) throws Exception;
    }
}
