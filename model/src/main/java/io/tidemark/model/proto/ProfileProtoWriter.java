package io.tidemark.model.proto;

import io.tidemark.model.profile.Functions;
import io.tidemark.model.profile.Header;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Locations;
import io.tidemark.model.profile.Mapping;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Samples;
import io.tidemark.model.profile.Utf8;
import io.tidemark.model.profile.ValueType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Writes profile.proto, field by field in the order and the packing that pprof uses, so that the same profile gives the
 * same bytes before compression.
 */
public final class ProfileProtoWriter {
    private final Profile profile;
    private final Map<String, Integer> strings = new HashMap<>();
    private final List<String> stringList = new ArrayList<>();

    private ProfileProtoWriter(Profile profile) {
        this.profile = profile;
        string("");
    }

    /** Writes a profile, compressed with gzip as its readers expect; the stream stays open. */
    public static void write(Profile profile, OutputStream out) throws IOException {
        GZIPOutputStream gzip = new GZIPOutputStream(out, 1 << 16);
        writeUncompressed(profile, gzip);
        gzip.finish();
    }

    /** Writes a profile without compression; the stream stays open. */
    public static void writeUncompressed(Profile profile, OutputStream out) throws IOException {
        new ProfileProtoWriter(profile).write(out);
    }

    private int string(String text) {
        Integer known = strings.putIfAbsent(text, stringList.size());
        if (known != null) {
            return known;
        }
        stringList.add(text);
        return stringList.size() - 1;
    }

    private void write(OutputStream out) throws IOException {
        ProtoOutput proto = new ProtoOutput();
        for (ValueType type : profile.sampleTypes()) {
            proto.message(1, valueType(type));
        }
        samples(proto, out);
        List<long[]> mappings = new ArrayList<>();
        for (Mapping mapping : profile.mappings()) {
            mappings.add(mapping(mapping));
        }
        for (long[] mapping : mappings) {
            proto.message(3, ProtoOutput.numbers(mapping));
        }
        for (int location = 0; location < profile.locations().size(); location++) {
            proto.message(4, location(location));
            proto.drainTo(out, 1 << 16);
        }
        Functions functions = profile.functions();
        for (int f = 0; f < functions.size(); f++) {
            proto.message(
                    5,
                    ProtoOutput.numbers(
                            functions.id(f),
                            string(functions.name(f)),
                            string(functions.systemName(f)),
                            string(functions.filename(f)),
                            functions.startLine(f)));
            proto.drainTo(out, 1 << 16);
        }
        header(proto, out);
        proto.drainTo(out, 0);
    }

    private void header(ProtoOutput proto, OutputStream out) throws IOException {
        Header header = profile.header();
        int drop = string(header.frames().drop());
        int keep = string(header.frames().keep());
        ProtoOutput period = valueType(header.period().type());
        ProtoOutput comments = new ProtoOutput();
        long[] commentTexts = header.comments().stream().mapToLong(this::string).toArray();
        comments.repeated(13, commentTexts, commentTexts.length);
        int defaultType = string(header.defaultSampleType());
        int docUrl = string(header.docUrl());
        for (String text : stringList) {
            proto.bytes(6, Utf8.encode(text));
            proto.drainTo(out, 1 << 16);
        }
        proto.number(7, drop);
        proto.number(8, keep);
        proto.number(9, header.timeNanos());
        proto.number(10, header.durationNanos());
        if (period.size() > 0) {
            proto.message(11, period);
        }
        proto.number(12, header.period().value());
        proto.append(comments);
        proto.numberAlways(14, defaultType);
        proto.number(15, docUrl);
    }

    private ProtoOutput valueType(ValueType type) {
        return ProtoOutput.numbers(string(type.type()), string(type.unit()));
    }

    private void samples(ProtoOutput proto, OutputStream out) throws IOException {
        Samples samples = profile.samples();
        Locations locations = profile.locations();
        ProtoOutput[] labels = new ProtoOutput[samples.labelSets().size()];
        ProtoOutput sample = new ProtoOutput();
        long[] ids = new long[64];
        long[] values = new long[samples.types()];
        for (Samples.Block block : samples.blocks()) {
            for (int s = 0; s < block.size(); s++) {
                int depth = block.stackEnd(s) - block.stackStart(s);
                if (depth > ids.length) {
                    ids = new long[depth * 2];
                }
                for (int k = 0; k < depth; k++) {
                    ids[k] = locations.id(block.location(block.stackStart(s) + k));
                }
                for (int type = 0; type < values.length; type++) {
                    values[type] = block.value(s, type);
                }
                int set = block.labels(s);
                if (labels[set] == null) {
                    labels[set] = labels(samples.labels(set));
                }
                sample.clear();
                sample.repeated(1, ids, depth);
                sample.repeated(2, values, values.length);
                sample.append(labels[set]);
                proto.message(2, sample);
                proto.drainTo(out, 1 << 16);
            }
        }
    }

    private ProtoOutput labels(LabelSet labels) {
        ProtoOutput fields = new ProtoOutput();
        for (int i = 0; i < labels.textCount(); i++) {
            fields.message(3, ProtoOutput.numbers(string(labels.textKey(i)), string(labels.textValue(i))));
        }
        for (int i = 0; i < labels.numberCount(); i++) {
            int key = string(labels.numberKey(i));
            fields.message(3, ProtoOutput.numbers(key, 0, labels.number(i), string(labels.unit(i))));
        }
        return fields;
    }

    private long[] mapping(Mapping m) {
        Mapping.Symbols s = m.symbols();
        return new long[] {
            m.id(),
            m.start(),
            m.limit(),
            m.offset(),
            string(m.file()),
            string(m.buildId()),
            bit(s.functions()),
            bit(s.filenames()),
            bit(s.lineNumbers()),
            bit(s.inlineFrames())
        };
    }

    private static long bit(boolean value) {
        return value ? 1 : 0;
    }

    private ProtoOutput location(int location) {
        Locations all = profile.locations();
        int mapping = all.mapping(location);
        ProtoOutput fields = ProtoOutput.numbers(
                all.id(location),
                mapping < 0 ? 0 : profile.mappings().get(mapping).id(),
                all.address(location));
        for (int line = all.lineStart(location); line < all.lineEnd(location); line++) {
            long function = profile.functions().id(all.function(line));
            fields.message(4, ProtoOutput.numbers(function, all.line(line), all.column(line)));
        }
        fields.number(5, bit(all.isFolded(location)));
        return fields;
    }
}
