package io.tidemark.model;

import io.tidemark.model.profile.Functions;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Locations;
import io.tidemark.model.profile.Mapping;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Samples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** A profile as {@code go tool pprof -raw} prints it, without merging it with itself first; for tests. */
public final class RawText {
    private final Profile profile;
    private final StringBuilder text = new StringBuilder();

    private RawText(Profile profile) {
        this.profile = profile;
    }

    public static String of(Profile profile) {
        RawText raw = new RawText(profile);
        raw.header();
        raw.samples();
        raw.locations();
        raw.mappings();
        return raw.text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void header() {
        profile.header().comments().forEach(comment -> line("Comment: " + comment));
        if (!profile.header().docUrl().isEmpty()) {
            line("Doc: " + profile.header().docUrl());
        }
        line(String.format(
                "PeriodType: %s %s",
                profile.header().period().type().type(),
                profile.header().period().type().unit()));
        line("Period: " + profile.header().period().value());
        if (profile.header().durationNanos() != 0) {
            double seconds = profile.header().durationNanos() / 1e9;
            long minutes = (long) (seconds / 60);
            line(String.format(
                    "Duration: %.4s", minutes == 0 ? seconds + "s" : minutes / 60 + "h" + minutes % 60 + "m"));
        }
    }

    private void samples() {
        line("Samples:");
        StringJoiner types = new StringJoiner(" ");
        profile.sampleTypes()
                .forEach(type ->
                        types.add(type + (type.type().equals(profile.header().defaultSampleType()) ? "[dflt]" : "")));
        line(types.toString());
        for (Samples.Block block : profile.samples().blocks()) {
            for (int s = 0; s < block.size(); s++) {
                StringBuilder row = new StringBuilder();
                for (int type = 0; type < profile.sampleTypes().size(); type++) {
                    row.append(String.format(" %10d", block.value(s, type)));
                }
                row.append(": ");
                for (int k = block.stackStart(s); k < block.stackEnd(s); k++) {
                    row.append(profile.locations().id(block.location(k))).append(' ');
                }
                line(row.toString());
                labels(profile.samples().labels(block.labels(s)));
            }
        }
    }

    private void labels(LabelSet labels) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (int i = 0; i < labels.textCount(); i++) {
            texts.computeIfAbsent(labels.textKey(i), unused -> new ArrayList<>())
                    .add(labels.textValue(i));
        }
        labelLine(texts);
        Map<String, List<String>> numbers = new LinkedHashMap<>();
        for (int i = 0; i < labels.numberCount(); i++) {
            numbers.computeIfAbsent(labels.numberKey(i), unused -> new ArrayList<>())
                    .add((labels.number(i) + " " + labels.unit(i)).strip());
        }
        labelLine(numbers);
    }

    private void labelLine(Map<String, List<String>> labels) {
        if (!labels.isEmpty()) {
            StringJoiner row = new StringJoiner(" ");
            labels.forEach((key, values) -> row.add(key + ":[" + String.join(" ", values) + "]"));
            line("                " + row);
        }
    }

    private void locations() {
        line("Locations");
        Locations locations = profile.locations();
        for (int location = 0; location < locations.size(); location++) {
            int mapping = locations.mapping(location);
            String start = String.format("%6d: 0x%x ", locations.id(location), locations.address(location))
                    + (mapping < 0 ? "" : "M=" + profile.mappings().get(mapping).id() + " ")
                    + (locations.isFolded(location) ? "[F] " : "");
            if (locations.lineCount(location) == 0) {
                line(start);
            }
            for (int line = locations.lineStart(location); line < locations.lineEnd(location); line++) {
                line(start + line(locations, line));
                start = "             ";
            }
        }
    }

    private String line(Locations locations, int line) {
        Functions functions = profile.functions();
        int f = locations.function(line);
        String systemName = functions.systemName(f);
        return String.format(
                "%s %s:%d:%d s=%d%s",
                functions.name(f),
                functions.filename(f),
                locations.line(line),
                locations.column(line),
                functions.startLine(f),
                systemName.equals(functions.name(f)) ? "" : "(" + systemName + ")");
    }

    private void mappings() {
        line("Mappings");
        for (Mapping m : profile.mappings()) {
            Mapping.Symbols has = m.symbols();
            line(String.format(
                    "%d: 0x%x/0x%x/0x%x %s %s %s%s%s%s",
                    m.id(),
                    m.start(),
                    m.limit(),
                    m.offset(),
                    m.file(),
                    m.buildId(),
                    has.functions() ? "[FN]" : "",
                    has.filenames() ? "[FL]" : "",
                    has.lineNumbers() ? "[LN]" : "",
                    has.inlineFrames() ? "[IN]" : ""));
        }
    }
}
