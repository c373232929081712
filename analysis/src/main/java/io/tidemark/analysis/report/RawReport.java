package io.tidemark.analysis.report;

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
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that is in the profile, as text. */
final class RawReport {
    private final Report report;
    private final Profile profile;
    private final Locations locations;
    private final TextOutput out;

    private RawReport(Report report, TextOutput out) {
        this.report = report;
        this.profile = report.profile();
        this.locations = profile.locations();
        this.out = out;
    }

    static void write(Report report, TextOutput out) throws IOException {
        RawReport raw = new RawReport(report, out);
        raw.header();
        raw.samples();
        raw.locations();
        raw.mappings();
    }

    private void header() throws IOException {
        Header header = profile.header();
        for (String comment : header.comments()) {
            out.text("Comment: ").line(comment);
        }
        if (!header.docUrl().isEmpty()) {
            out.text("Doc: ").line(header.docUrl());
        }
        ValueType period = header.period().type();
        out.line("PeriodType: " + period.type() + " " + period.unit());
        out.line("Period: " + header.period().value());
        if (header.timeNanos() != 0) {
            out.line("Time: "
                    + time(header.timeNanos(), report.options().legend().zone()));
        }
        if (header.durationNanos() != 0) {
            String duration = GoDuration.format(header.durationNanos());
            out.line("Duration: " + duration.substring(0, Math.min(4, duration.length())));
        }
        out.line("Samples:");
        StringBuilder types = new StringBuilder();
        for (ValueType type : profile.sampleTypes()) {
            types.append(type).append(type.type().equals(header.defaultSampleType()) ? "[dflt] " : " ");
        }
        out.line(types.toString().strip());
    }

    /** {@code 2026-07-09 23:29:56.123456789 +0000 UTC}, without zeros at the end of the fraction. */
    private static String time(long nanos, ZoneId zone) {
        ZonedDateTime time = Instant.ofEpochSecond(0, nanos).atZone(zone);
        String seconds = Legend.time(nanos, zone);
        String fraction = time.getNano() == 0
                ? ""
                : Integer.toString(1_000_000_000 + time.getNano()).substring(1);
        int digits = fraction.length();
        while (digits > 0 && fraction.charAt(digits - 1) == '0') {
            digits--;
        }
        int offset = time.getOffset().getTotalSeconds() / 60;
        int space = seconds.lastIndexOf(' ');
        return seconds.substring(0, space) + (digits == 0 ? "" : "." + fraction.substring(0, digits)) + " "
                + (offset < 0 ? "-" : "+") + Legend.two(Math.abs(offset) / 60) + Legend.two(Math.abs(offset) % 60)
                + seconds.substring(space);
    }

    private void samples() throws IOException {
        Samples samples = profile.samples();
        @Nullable String[] labels = new String[samples.labelSets().size()];
        for (Samples.Block block : samples.blocks()) {
            for (int s = 0; s < block.size(); s++) {
                for (int type = 0; type < samples.types(); type++) {
                    out.text(" ").right(Long.toString(block.value(s, type)), 10);
                }
                out.text(": ");
                for (int k = block.stackStart(s); k < block.stackEnd(s); k++) {
                    out.text(Long.toUnsignedString(locations.id(block.location(k))))
                            .text(" ");
                }
                out.newLine();
                int set = block.labels(s);
                String text = labels[set];
                if (text == null) {
                    text = labels(samples.labels(set));
                    labels[set] = text;
                }
                out.text(text);
            }
        }
    }

    /** A line of the text labels and a line of the numbers, where there are any: {@code bytes:[1024 bytes]}. */
    private static String labels(LabelSet set) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < set.textCount(); ) {
            String key = set.textKey(i);
            StringBuilder values = new StringBuilder();
            for (; i < set.textCount() && set.textKey(i).equals(key); i++) {
                values.append(values.isEmpty() ? "" : " ").append(set.textValue(i));
            }
            texts.add(key + ":[" + values + "]");
        }
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < set.numberCount(); ) {
            String key = set.numberKey(i);
            int end = i;
            boolean units = false;
            for (; end < set.numberCount() && set.numberKey(end).equals(key); end++) {
                units |= !set.unit(end).isEmpty();
            }
            StringBuilder values = new StringBuilder();
            for (; i < end; i++) {
                values.append(values.isEmpty() ? "" : " ").append(set.number(i));
                values.append(units ? " " + set.unit(i) : "");
            }
            numbers.add(key + ":[" + values + "]");
        }
        return line(texts) + line(numbers);
    }

    private static String line(List<String> labels) {
        labels.sort(Utf8.ORDER);
        return labels.isEmpty() ? "" : " ".repeat(16) + String.join(" ", labels) + "\n";
    }

    private void locations() throws IOException {
        out.line("Locations");
        for (int location = 0; location < locations.size(); location++) {
            out.right(Long.toUnsignedString(locations.id(location)), 6);
            out.text(": 0x").text(Long.toHexString(locations.address(location))).text(" ");
            int mapping = locations.mapping(location);
            if (mapping >= 0) {
                out.text("M=" + profile.mappings().get(mapping).id() + " ");
            }
            if (locations.isFolded(location)) {
                out.text("[F] ");
            }
            if (locations.lineCount(location) == 0) {
                out.newLine();
            }
            for (int line = locations.lineStart(location); line < locations.lineEnd(location); line++) {
                out.spaces(line == locations.lineStart(location) ? 0 : 13);
                line(line);
            }
        }
    }

    private void line(int line) throws IOException {
        Functions functions = profile.functions();
        int function = locations.function(line);
        out.text(functions.name(function)).text(" ").text(functions.filename(function));
        out.text(":" + locations.line(line) + ":" + locations.column(line) + " s=" + functions.startLine(function));
        if (functions.nameIndex(function) != functions.systemNameIndex(function)) {
            out.text("(").text(functions.systemName(function)).text(")");
        }
        out.newLine();
    }

    private void mappings() throws IOException {
        out.line("Mappings");
        for (Mapping mapping : profile.mappings()) {
            Mapping.Symbols symbols = mapping.symbols();
            out.text(Long.toUnsignedString(mapping.id()));
            out.text(": 0x").text(Long.toHexString(mapping.start()));
            out.text("/0x").text(Long.toHexString(mapping.limit()));
            out.text("/0x").text(Long.toHexString(mapping.offset()));
            out.text(" ").text(mapping.file()).text(" ").text(mapping.buildId()).text(" ");
            out.text(symbols.functions() ? "[FN]" : "").text(symbols.filenames() ? "[FL]" : "");
            out.text(symbols.lineNumbers() ? "[LN]" : "").line(symbols.inlineFrames() ? "[IN]" : "");
        }
    }
}
