package io.tidemark.analysis.json;

import io.tidemark.analysis.diff.Change;
import io.tidemark.analysis.diff.Differences;
import io.tidemark.analysis.diff.Survival;
import io.tidemark.analysis.diff.Survivors;
import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.model.json.JsonWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Differences of two profiles and of three: a table for each sample type. */
final class JsonDifferences {
    private JsonDifferences() {}

    static void diff(JsonWriter json, List<Report> reports) throws IOException, ReportException {
        json.name("tables").beginArray();
        for (Report report : reports) {
            Differences differences = Differences.of(report);
            json.beginObject().name("value").inline().beginObject();
            JsonHead.value(json, report);
            json.end();
            change(json.inline(), report, "total", differences.total());
            json.member("restarted", differences.isRestarted());
            json.name("shown").inline().beginObject();
            json.member("nodes", differences.rows().size()).member("ofNodes", differences.all());
            json.member("unchangedNodes", differences.left().unchanged());
            json.member("smallNodes", differences.left().small());
            json.member("least", report.multiply(differences.left().cutoff())).end();
            json.name("nodes").beginArray();
            for (Differences.Row row : differences.rows()) {
                json.inline().beginObject();
                JsonNode.info(json, row.info());
                change(json, report, "flat", row.flat());
                change(json, report, "cum", row.cum());
                json.end();
            }
            json.end().end();
        }
        json.end();
    }

    private static void change(JsonWriter json, Report report, String name, Change change) throws IOException {
        json.name(name).beginObject();
        json.member("before", report.multiply(change.before())).member("after", report.multiply(change.after()));
        json.member("change", report.multiply(change.amount())).member("state", change.state());
        json.end();
    }

    static void snapshots(JsonWriter json, List<Report> reports) throws IOException, ReportException {
        json.name("tables").beginArray();
        for (Report report : reports) {
            Survivors survivors = Survivors.of(report);
            json.beginObject().name("value").inline().beginObject();
            json.member("type", survivors.type().type())
                    .member("unit", survivors.type().unit());
            json.end();
            json.member("allocations", survivors.allocations().name().toLowerCase(Locale.ROOT));
            times(json, survivors.times());
            numbers(json.name("inUse").inline(), report, survivors.inUse());
            survival(json.inline(), report, "total", survivors.total());
            json.name("nodes").beginArray();
            for (Survivors.Row row : survivors.rows()) {
                json.inline().beginObject().member("name", row.name());
                survival(json, report, "flat", row.flat());
                survival(json, report, "cum", row.cum());
                json.end();
            }
            json.end().name("stacks").beginArray();
            for (Survivors.Stack stack : survivors.stacks()) {
                json.inline().beginObject();
                survival(json, report, "survival", stack.survival());
                numbers(json.name("inUse"), report, stack.inUse());
                json.name("frames").beginArray();
                for (String frame : stack.frames()) {
                    json.value(frame);
                }
                json.end().end();
            }
            json.end().end();
        }
        json.end();
    }

    private static void times(JsonWriter json, List<Long> times) throws IOException {
        json.name("times").inline().beginArray();
        for (long time : times) {
            if (time == 0) {
                json.nullValue();
            } else {
                json.value(Instant.ofEpochSecond(0, time).toString());
            }
        }
        json.end();
    }

    private static void numbers(JsonWriter json, Report report, List<Long> numbers) throws IOException {
        json.beginArray();
        for (long number : numbers) {
            json.value(report.multiply(number));
        }
        json.end();
    }

    private static void survival(JsonWriter json, Report report, String name, Survival survival) throws IOException {
        json.name(name).beginObject();
        json.member("kept", report.multiply(survival.kept())).member("atLeast", report.multiply(survival.atLeast()));
        json.member("atMost", report.multiply(survival.atMost())).member("grown", report.multiply(survival.grown()));
        json.member("allocated", report.multiply(survival.allocated())).end();
    }
}
