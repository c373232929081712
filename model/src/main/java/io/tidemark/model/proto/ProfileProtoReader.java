package io.tidemark.model.proto;

import io.tidemark.model.profile.Header;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Mapping;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ProfileBuilder;
import io.tidemark.model.profile.StringTable;
import io.tidemark.model.profile.ValueType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads profile.proto as it arrives, in any order of its fields, in memory that grows with what has arrived.
 *
 * <p>Samples come first in the files that Go writes, and refer to locations by ids that follow much later. They are kept
 * by id, and brought to indices at the end, which is no work where the ids are 1, 2, 3 and so on.
 */
public final class ProfileProtoReader {
    private final ProtoInput in;
    private final Limits limits;
    private final List<long[]> sampleTypes = new ArrayList<>(); // type and unit, as indices of the string table
    private final List<long[]> mappings = new ArrayList<>();
    private final LongColumns functions = new LongColumns(5);
    private final LongColumns locations = new LongColumns(5);
    private final LongColumns lines = new LongColumns(3);
    private final FieldCursor fields = new FieldCursor(); // of the message that is being read
    private final FieldCursor inner = new FieldCursor(); // of a message in it
    private final List<Long> comments = new ArrayList<>();
    private final StringTable.Builder strings;
    private int[] texts = new int[64]; // index in the file to index in the string table
    private int textCount;
    private long textBytes;
    private final SampleReader samples;
    private final ProfileBuilder builder;
    private final long[] header = new long[16]; // the plain numbers, by field
    private long[] periodType = new long[2];

    private ProfileProtoReader(InputStream stream, Limits limits) {
        this.in = new ProtoInput(stream, limits);
        this.limits = limits;
        this.builder = new ProfileBuilder(List.of());
        this.strings = builder.strings();
        this.samples = new SampleReader(builder, limits, in);
    }

    /**
     * Reads a profile to the end of the stream, which must be decompressed already.
     *
     * @throws MalformedProfileException when the bytes are not a profile or exceed a limit
     */
    public static Profile read(InputStream stream, Limits limits) throws IOException {
        return new ProfileProtoReader(stream, limits).read();
    }

    /**
     * Whether bytes look like the start of a profile.proto: fields of the right type as far as they go.
     *
     * @param head the first bytes of the input, decompressed
     */
    public static boolean looksLike(byte[] head) {
        FieldCursor fields = new FieldCursor(head, 0, head.length);
        int count = 0;
        while (fields.next()) {
            if (!isOfProfile(fields)) {
                return false;
            }
            count++;
        }
        if (fields.isInvalid()) {
            return false;
        }
        boolean cutInField = fields.isTruncated() && fields.field() != 0;
        return cutInField ? isOfProfile(fields) : count > 0;
    }

    private static boolean isOfProfile(FieldCursor fields) {
        return switch (fields.field()) {
            case 1, 2, 3, 4, 5, 6, 11 -> fields.wireType() == 2;
            case 7, 8, 9, 10, 12, 14, 15 -> fields.wireType() == 0;
            case 13 -> fields.wireType() == 0 || fields.wireType() == 2;
            default -> false;
        };
    }

    private Profile read() throws IOException {
        boolean any = false;
        while (in.next()) {
            any = true;
            field();
        }
        if (!any) {
            throw new MalformedProfileException("empty input");
        }
        return resolve();
    }

    private void field() throws MalformedProfileException {
        switch (in.field()) {
            case 1 -> sampleType();
            case 2 -> samples.read();
            case 3 -> mapping();
            case 4 -> location();
            case 5 -> function();
            case 6 -> text();
            case 9 -> {
                if (header[9] != 0) {
                    throw in.malformed("several profiles one after the other; split them first");
                }
                header[9] = in.number();
            }
            case 7, 8, 10, 12, 14, 15 -> header[in.field()] = in.number();
            case 11 -> periodType = message(2);
            case 13 -> comment();
            default -> {} // a newer schema may have more
        }
    }

    /** The numbers of a message whose fields 1 to {@code count} are all numbers. */
    private long[] message(int count) throws MalformedProfileException {
        long[] values = new long[count];
        startMessage();
        while (fields.next()) {
            if (fields.field() >= 1 && fields.field() <= count) {
                values[fields.field() - 1] = number(fields);
            }
        }
        check(fields);
        return values;
    }

    /** Adds the numbers of such a message as a row. */
    private void message(FieldCursor message, LongColumns rows) throws MalformedProfileException {
        rows.add();
        while (message.next()) {
            if (message.field() >= 1 && message.field() <= rows.width()) {
                rows.set(message.field() - 1, number(message));
            }
        }
        check(message);
    }

    private void startMessage() throws MalformedProfileException {
        in.requireBytes();
        fields.over(in.bytes(), in.start(), in.end());
    }

    private long number(FieldCursor fields) throws MalformedProfileException {
        if (fields.wireType() != 0) {
            throw in.malformed("field " + in.field() + "." + fields.field() + " with wire type " + fields.wireType()
                    + " (expected 0)");
        }
        return fields.number();
    }

    private void check(FieldCursor fields) throws MalformedProfileException {
        if (fields.isTruncated()) {
            throw in.malformed("field " + in.field() + " is cut off or no message");
        }
    }

    private void mapping() throws MalformedProfileException {
        long[] mapping = message(10);
        requireId("mapping", mapping[0]);
        mappings.add(mapping);
    }

    private void function() throws MalformedProfileException {
        startMessage();
        message(fields, functions);
        requireId("function", functions.get(functions.size() - 1, 0));
    }

    private void location() throws MalformedProfileException {
        startMessage();
        locations.add();
        while (fields.next()) {
            switch (fields.field()) {
                case 1, 2, 3 -> locations.set(fields.field() - 1, number(fields));
                case 4 -> line();
                case 5 -> locations.set(3, number(fields));
                default -> {}
            }
        }
        check(fields);
        locations.set(4, lines.size());
        requireId("location", locations.get(locations.size() - 1, 0));
    }

    private void sampleType() throws MalformedProfileException {
        if (sampleTypes.size() == SampleReader.MAX_VALUES) {
            throw in.malformed("more than " + SampleReader.MAX_VALUES + " sample types");
        }
        sampleTypes.add(message(2));
    }

    /** Refuses the id 0 here, so that the empty messages of a hostile input take no memory. */
    private void requireId(String what, long id) throws MalformedProfileException {
        if (id == 0) {
            throw in.malformed(what + " with the reserved id 0");
        }
    }

    private void line() throws MalformedProfileException {
        if (fields.wireType() != 2) {
            throw in.malformed("line with wire type " + fields.wireType() + " (expected 2)");
        }
        inner.over(in.bytes(), fields.start(), fields.end());
        message(inner, lines);
    }

    private void text() throws MalformedProfileException {
        in.requireBytes();
        if (textCount == 0 && in.start() != in.end()) {
            throw in.malformed("the first string is not empty");
        }
        textBytes += in.end() - in.start();
        if (textBytes > Integer.MAX_VALUE - 16) {
            throw in.malformed("more than 2 GiB of strings");
        }
        if (textCount == texts.length) {
            texts = Arrays.copyOf(texts, textCount * 2);
        }
        texts[textCount++] = strings.intern(in.bytes(), in.start(), in.end() - in.start());
    }

    private void comment() throws MalformedProfileException {
        if (in.isNumber()) {
            comments.add(in.number());
            return;
        }
        in.requireBytes();
        FieldCursor packed = new FieldCursor(in.bytes(), in.start(), in.end());
        while (packed.nextPacked()) {
            comments.add(packed.number());
        }
        check(packed);
    }

    // ---- references, once everything has arrived ----

    private Profile resolve() throws MalformedProfileException {
        StringTable table = strings.build();
        Ids mappingIds = new Ids(mappings.size());
        for (long[] m : mappings) {
            mappingIds.add(m[0]);
            builder.mapping(new Mapping(m[0], m[1], m[2], m[3], text(table, m[4]), text(table, m[5]), symbols(m)));
        }
        Ids functionIds = new Ids(functions.size());
        builder.expectFunctions(functions.size());
        for (int i = 0; i < functions.size(); i++) {
            functionIds.add(functions.get(i, 0));
            builder.function(
                    functions.get(i, 0),
                    text(functions.get(i, 1)),
                    text(functions.get(i, 2)),
                    text(functions.get(i, 3)),
                    functions.get(i, 4));
        }
        resolveLocations(mappingIds, functionIds);
        builder.header(header(table));
        samples.resolve(labels -> labels(table, labels));
        return builder.build();
    }

    private static Mapping.Symbols symbols(long[] mapping) {
        return new Mapping.Symbols(mapping[6] != 0, mapping[7] != 0, mapping[8] != 0, mapping[9] != 0);
    }

    private void resolveLocations(Ids mappingIds, Ids functionIds) throws MalformedProfileException {
        builder.expectLocations(locations.size(), lines.size());
        int line = 0;
        for (int i = 0; i < locations.size(); i++) {
            long id = locations.get(i, 0);
            int mapping = mappingIds.index(locations.get(i, 1));
            builder.location(id, mapping, locations.get(i, 2), locations.get(i, 3) != 0);
            for (; line < locations.get(i, 4); line++) {
                int function = functionIds.index(lines.get(line, 0));
                if (function < 0) {
                    throw new MalformedProfileException("malformed profile: location " + Long.toUnsignedString(id)
                            + " refers to function " + Long.toUnsignedString(lines.get(line, 0))
                            + ", which is not there");
                }
                builder.line(function, lines.get(line, 1), lines.get(line, 2));
            }
            samples.location(id);
        }
    }

    private Header header(StringTable table) throws MalformedProfileException {
        List<ValueType> types = new ArrayList<>(sampleTypes.size());
        for (long[] type : sampleTypes) {
            types.add(new ValueType(text(table, type[0]), text(table, type[1])));
        }
        List<String> notes = new ArrayList<>(comments.size());
        for (long comment : comments) {
            notes.add(text(table, comment));
        }
        ValueType period = new ValueType(text(table, periodType[0]), text(table, periodType[1]));
        return new Header(
                types,
                text(table, header[14]),
                new Header.Period(period, header[12]),
                header[9],
                header[10],
                notes,
                text(table, header[15]),
                new Header.FrameRules(text(table, header[7]), text(table, header[8])));
    }

    /** The labels in the bytes of a sample's label fields, each with its tag and its length. */
    private LabelSet labels(StringTable table, FieldCursor fields) throws MalformedProfileException {
        LabelSet.Builder labels = new LabelSet.Builder();
        int count = 0;
        while (fields.next()) {
            if (++count > limits.maxLabels()) {
                throw new MalformedProfileException("malformed profile: sample with more than " + limits.maxLabels()
                        + " labels (the limit; raise it with -max_labels)");
            }
            long[] label = new long[4];
            FieldCursor parts = fields.message();
            while (parts.next()) {
                if (parts.field() >= 1 && parts.field() <= 4) {
                    label[parts.field() - 1] = number(parts);
                }
            }
            check(parts);
            String key = text(table, label[0]);
            if (label[1] != 0) {
                labels.text(key, text(table, label[1]));
            } else if (label[2] != 0 || label[3] != 0) {
                labels.number(key, label[2], text(table, label[3]));
            }
        }
        return labels.build();
    }

    private String text(StringTable table, long index) throws MalformedProfileException {
        return table.get(text(index));
    }

    private int text(long index) throws MalformedProfileException {
        if (index < 0 || index >= textCount) {
            if (index == 0) {
                return 0; // no string table at all
            }
            throw new MalformedProfileException(
                    "malformed profile: string " + index + " is not there (" + textCount + " are)");
        }
        return texts[(int) index];
    }

    /** From ids to indices in the order of {@link #add}. */
    static final class Ids {
        private final Map<Long, Integer> sparse = new HashMap<>();
        private final int[] dense;
        private int count;

        Ids(int size) {
            dense = new int[size + 1];
        }

        void add(long id) {
            count++;
            if (id > 0 && id < dense.length) {
                dense[(int) id] = count;
            } else {
                sparse.put(id, count);
            }
        }

        /** The index of an id, or -1. */
        int index(long id) {
            if (id > 0 && id < dense.length) {
                return dense[(int) id] - 1;
            }
            return sparse.getOrDefault(id, 0) - 1;
        }
    }
}
