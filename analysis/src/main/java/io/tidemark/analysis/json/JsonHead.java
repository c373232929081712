package io.tidemark.analysis.json;

import io.tidemark.analysis.columns.Accrual;
import io.tidemark.analysis.graph.SampleValue;
import io.tidemark.analysis.graph.SlashPath;
import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.TrimmedGraph;
import io.tidemark.model.json.JsonWriter;
import io.tidemark.model.profile.Header;
import io.tidemark.model.profile.Mapping;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ValueType;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;

/** What stands at the head of every document: what the lines above a report in text say, in members. */
final class JsonHead {
    private JsonHead() {}

    static void write(JsonWriter json, Report report) throws IOException {
        profile(json, report.profile());
        json.name("value").inline().beginObject();
        value(json, report);
        json.end().member("total", report.multiply(report.total()));
        if (!report.options().legend().filters().isEmpty()) {
            json.name("filters").inline().beginObject();
            for (String filter : report.options().legend().filters()) {
                int equals = filter.indexOf('=');
                json.member(filter.substring(0, equals), filter.substring(equals + 1));
            }
            json.end();
        }
    }

    private static void profile(JsonWriter json, Profile profile) throws IOException {
        Header header = profile.header();
        json.name("profile").beginObject();
        if (!profile.mappings().isEmpty()) {
            Mapping main = profile.mappings().get(0);
            text(json, "file", main.file().isEmpty() ? "" : SlashPath.base(main.file()));
            text(json, "buildId", main.buildId());
        }
        text(json, "docUrl", header.docUrl());
        if (header.timeNanos() != 0) {
            json.member("time", Instant.ofEpochSecond(0, header.timeNanos()).toString());
        }
        number(json, "durationNanos", header.durationNanos());
        if (header.period().value() != 0) {
            json.name("period").inline().beginObject();
            type(json, header.period().type());
            json.member("value", header.period().value()).end();
        }
        json.name("sampleTypes").inline().beginArray();
        for (ValueType type : profile.sampleTypes()) {
            json.beginObject();
            type(json, type);
            json.end();
        }
        json.end().name("comments").beginArray();
        for (String comment : header.comments()) {
            json.value(comment);
        }
        json.end().end();
    }

    private static void type(JsonWriter json, ValueType type) throws IOException {
        json.member("type", type.type()).member("unit", type.unit());
    }

    /** What the values of a report are. */
    static void value(JsonWriter json, Report report) throws IOException {
        SampleValue value = report.options().value();
        type(json, value.type());
        Accrual accrual = Accrual.of(value.type(), report.profile().header());
        json.member("accrual", accrual.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (value.divisor() >= 0) {
            json.member(
                    "perUnitOf",
                    report.profile().sampleTypes().get(value.divisor()).type());
        }
        if (report.options().scale().ratio() != 1) {
            json.member("multipliedBy", report.options().scale().ratio());
        }
    }

    /** How much of a graph is shown. */
    static void shown(JsonWriter json, Report report, TrimmedGraph trimmed) throws IOException {
        json.name("shown").inline().beginObject();
        json.member("flat", report.multiply(trimmed.graph().flatTotal()));
        json.member("nodes", trimmed.graph().nodes().size()).member("ofNodes", trimmed.nodesBefore());
        json.member("droppedNodes", trimmed.droppedNodes()).member("droppedEdges", trimmed.droppedEdges());
        json.end();
    }

    /** A text that is left out when it is empty. */
    static void text(JsonWriter json, String name, String value) throws IOException {
        if (!value.isEmpty()) {
            json.member(name, value);
        }
    }

    /** A number that is left out when it is zero. */
    static void number(JsonWriter json, String name, long value) throws IOException {
        if (value != 0) {
            json.member(name, value);
        }
    }
}
