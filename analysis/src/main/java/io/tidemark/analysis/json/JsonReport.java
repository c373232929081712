package io.tidemark.analysis.json;

import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.analysis.report.TextOutput;
import io.tidemark.model.json.JsonWriter;
import java.io.IOException;
import java.util.List;

/**
 * Writes reports as JSON documents:
 *
 * <pre>{@code
 * {
 *   "schema": "tidemark.report/1",
 *   "report": "top",
 *   "profile": {"file": "orders", "sampleTypes": [{"type": "inuse_space", "unit": "bytes"}]},
 *   "value": {"type": "inuse_space", "unit": "bytes", "accrual": "present"},
 *   "total": 20971520,
 *   "nodes": [
 *     {"name": "main.load", "function": "main.load", "flat": 8912896, "cum": 12582912}
 *   ]
 * }
 * }</pre>
 *
 * <p>What is written may be larger than memory: samples are written as they come.
 */
public enum JsonReport {
    TOP("top") {
        @Override
        void body(JsonWriter json, List<Report> reports) throws IOException, ReportException {
            JsonTable.write(json, reports);
        }
    },
    TREE("tree") {
        @Override
        void body(JsonWriter json, List<Report> reports) throws IOException, ReportException {
            JsonGraph.tree(json, reports.get(0));
        }
    },
    GRAPH("graph") {
        @Override
        void body(JsonWriter json, List<Report> reports) throws IOException {
            JsonGraph.picture(json, reports.get(0));
        }
    },
    TRACES("traces") {
        @Override
        void body(JsonWriter json, List<Report> reports) throws IOException {
            JsonSamples.traces(json, reports.get(0));
        }
    },
    RAW("raw") {
        @Override
        void body(JsonWriter json, List<Report> reports) throws IOException {
            JsonSamples.raw(json, reports.get(0));
        }
    },
    TAGS("tags") {
        @Override
        void body(JsonWriter json, List<Report> reports) throws IOException {
            JsonTags.write(json, reports.get(0));
        }
    },
    /** The comments are part of what every document says of the profile. */
    COMMENTS("comments") {
        @Override
        void body(JsonWriter json, List<Report> reports) {}
    },
    DIFF("diff") {
        @Override
        void body(JsonWriter json, List<Report> reports) throws IOException, ReportException {
            JsonDifferences.diff(json, reports);
        }
    },
    SNAPSHOTS("snapshots") {
        @Override
        void body(JsonWriter json, List<Report> reports) throws IOException, ReportException {
            JsonDifferences.snapshots(json, reports);
        }
    };

    private static final String SCHEMA = "tidemark.report/1";

    private final String label;

    JsonReport(String label) {
        this.label = label;
    }

    /** Writes the members that only reports of this kind have. */
    abstract void body(JsonWriter json, List<Report> reports) throws IOException, ReportException;

    /**
     * Writes a document; the output is not flushed.
     *
     * @param reports one for each sample type that was asked for
     */
    public void write(List<Report> reports, TextOutput out) throws IOException, ReportException {
        document(label, reports.get(0), out, json -> body(json, reports));
    }

    /**
     * Writes a document with a report for each value of a label; the output is not flushed.
     *
     * @param key the key of the label
     */
    public void writeBy(String key, List<Report> reports, TextOutput out) throws IOException, ReportException {
        document(label, reports.get(0), out, json -> JsonSections.write(json, this, reports, key));
    }

    /** Writes a document: what all have, and then a body. */
    static void document(String label, Report report, TextOutput out, Body body) throws IOException, ReportException {
        JsonWriter json = new JsonWriter(out.stream());
        json.beginObject().member("schema", SCHEMA).member("report", label);
        JsonHead.write(json, report);
        body.write(json);
        json.end().flush();
    }

    /** Writes members of an object that is open. */
    @FunctionalInterface
    interface Body {
        void write(JsonWriter json) throws IOException, ReportException;
    }
}
