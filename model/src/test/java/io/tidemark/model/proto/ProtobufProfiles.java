package io.tidemark.model.proto;

import io.tidemark.model.profile.Functions;
import io.tidemark.model.profile.Header;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Locations;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Mapping;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ProfileBuilder;
import io.tidemark.model.profile.Samples;
import io.tidemark.model.profile.Utf8;
import io.tidemark.model.profile.ValueType;
import io.tidemark.model.proto.ProtobufOracle.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Profiles to and from protobuf-java's messages, without a byte of our own codec. */
final class ProtobufProfiles {
    private final ProtobufOracle oracle;
    private final Message profile;
    private final Map<String, Long> texts = new HashMap<>();

    private ProtobufProfiles(ProtobufOracle oracle, Message profile) {
        this.oracle = oracle;
        this.profile = profile;
    }

    static Message toMessage(Profile profile, ProtobufOracle oracle) {
        ProtobufProfiles writer = new ProtobufProfiles(oracle, oracle.message("Profile"));
        writer.text("");
        writer.write(profile);
        return writer.profile;
    }

    static Profile fromMessage(Message message, ProtobufOracle oracle) throws MalformedProfileException {
        return new ProtobufProfiles(oracle, message).read();
    }

    // ---- to messages ----

    private long text(String text) {
        return texts.computeIfAbsent(text, unused -> {
            profile.add(6, Utf8.encode(text));
            return (long) texts.size();
        });
    }

    private Message valueType(ValueType type) {
        return oracle.message("ValueType").set(1, text(type.type())).set(2, text(type.unit()));
    }

    private void write(Profile p) {
        Header header = p.header();
        profile.set(15, text(header.docUrl())).set(14, text(header.defaultSampleType()));
        profile.set(7, text(header.frames().drop())).set(8, text(header.frames().keep()));
        profile.set(9, header.timeNanos()).set(10, header.durationNanos());
        profile.set(11, valueType(header.period().type()))
                .set(12, header.period().value());
        header.comments().forEach(comment -> profile.add(13, text(comment)));
        p.sampleTypes().forEach(type -> profile.add(1, valueType(type)));
        for (Mapping m : p.mappings()) {
            Message mapping = oracle.message("Mapping").set(1, m.id()).set(2, m.start());
            mapping.set(3, m.limit()).set(4, m.offset()).set(5, text(m.file()));
            mapping.set(6, text(m.buildId())).set(7, m.symbols().functions());
            mapping.set(8, m.symbols().filenames()).set(9, m.symbols().lineNumbers());
            profile.add(3, mapping.set(10, m.symbols().inlineFrames()));
        }
        Functions functions = p.functions();
        for (int f = 0; f < functions.size(); f++) {
            Message function = oracle.message("Function").set(1, functions.id(f));
            function.set(2, text(functions.name(f))).set(3, text(functions.systemName(f)));
            profile.add(5, function.set(4, text(functions.filename(f))).set(5, functions.startLine(f)));
        }
        locations(p);
        samples(p);
    }

    private void locations(Profile p) {
        Locations all = p.locations();
        for (int l = 0; l < all.size(); l++) {
            Message location = oracle.message("Location").set(1, all.id(l)).set(3, all.address(l));
            if (all.mapping(l) >= 0) {
                location.set(2, p.mappings().get(all.mapping(l)).id());
            }
            for (int line = all.lineStart(l); line < all.lineEnd(l); line++) {
                Message message = oracle.message("Line").set(1, p.functions().id(all.function(line)));
                location.add(4, message.set(2, all.line(line)).set(3, all.column(line)));
            }
            profile.add(4, location.set(5, all.isFolded(l)));
        }
    }

    private void samples(Profile p) {
        for (Samples.Block block : p.samples().blocks()) {
            for (int s = 0; s < block.size(); s++) {
                Message sample = oracle.message("Sample");
                for (int k = block.stackStart(s); k < block.stackEnd(s); k++) {
                    sample.add(1, p.locations().id(block.location(k)));
                }
                for (int type = 0; type < p.sampleTypes().size(); type++) {
                    sample.add(2, block.value(s, type));
                }
                LabelSet labels = p.samples().labels(block.labels(s));
                for (int i = 0; i < labels.numberCount(); i++) {
                    Message label = oracle.message("Label").set(1, text(labels.numberKey(i)));
                    sample.add(3, label.set(3, labels.number(i)).set(4, text(labels.unit(i))));
                }
                for (int i = 0; i < labels.textCount(); i++) {
                    Message label = oracle.message("Label").set(1, text(labels.textKey(i)));
                    sample.add(3, label.set(2, text(labels.textValue(i))));
                }
                profile.add(2, sample);
            }
        }
    }

    // ---- from messages ----

    private String text(long index) {
        return Utf8.decode(profile.bytes(6, index));
    }

    private ValueType valueType(Message message) {
        return new ValueType(text(message.number(1)), text(message.number(2)));
    }

    private Profile read() throws MalformedProfileException {
        List<ValueType> types =
                profile.messages(1).stream().map(this::valueType).toList();
        List<String> comments = profile.numbers(13).stream().map(this::text).toList();
        ProfileBuilder b = new ProfileBuilder(new Header(
                types,
                text(profile.number(14)),
                new Header.Period(valueType(profile.message(11)), profile.number(12)),
                profile.number(9),
                profile.number(10),
                comments,
                text(profile.number(15)),
                new Header.FrameRules(text(profile.number(7)), text(profile.number(8)))));
        Map<Long, Integer> mappings = new HashMap<>();
        for (Message m : profile.messages(3)) {
            Mapping.Symbols symbols = new Mapping.Symbols(m.flag(7), m.flag(8), m.flag(9), m.flag(10));
            String file = text(m.number(5));
            String buildId = text(m.number(6));
            mappings.put(
                    m.number(1),
                    b.mapping(new Mapping(m.number(1), m.number(2), m.number(3), m.number(4), file, buildId, symbols)));
        }
        Map<Long, Integer> functions = new HashMap<>();
        for (Message f : profile.messages(5)) {
            int name = b.strings().intern(text(f.number(2)));
            int systemName = b.strings().intern(text(f.number(3)));
            int file = b.strings().intern(text(f.number(4)));
            functions.put(f.number(1), b.function(f.number(1), name, systemName, file, f.number(5)));
        }
        Map<Long, Integer> locations = new HashMap<>();
        for (Message l : profile.messages(4)) {
            locations.put(
                    l.number(1),
                    b.location(l.number(1), mappings.getOrDefault(l.number(2), -1), l.number(3), l.flag(5)));
            for (Message line : l.messages(4)) {
                b.line(functions.getOrDefault(line.number(1), -1), line.number(2), line.number(3));
            }
        }
        for (Message sample : profile.messages(2)) {
            int[] stack = sample.numbers(1).stream()
                    .mapToInt(id -> locations.getOrDefault(id, -1))
                    .toArray();
            long[] values = sample.numbers(2).stream().mapToLong(v -> v).toArray();
            b.sample(labels(sample.messages(3)), stack, values);
        }
        return b.build();
    }

    private LabelSet labels(List<Message> messages) {
        LabelSet.Builder labels = new LabelSet.Builder();
        for (Message label : new ArrayList<>(messages)) {
            if (label.number(2) != 0) {
                labels.text(text(label.number(1)), text(label.number(2)));
            } else {
                labels.number(text(label.number(1)), label.number(3), text(label.number(4)));
            }
        }
        return labels.build();
    }
}
