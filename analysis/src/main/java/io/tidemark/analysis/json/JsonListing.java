package io.tidemark.analysis.json;

import io.tidemark.analysis.listing.AssemblyListing;
import io.tidemark.analysis.listing.BinaryFiles;
import io.tidemark.analysis.listing.ListedCode;
import io.tidemark.analysis.listing.ListedSource;
import io.tidemark.analysis.listing.SourceListing;
import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.analysis.report.TextOutput;
import io.tidemark.analysis.source.SourceFiles;
import io.tidemark.model.json.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Functions line by line, and instruction by instruction, as JSON. */
public final class JsonListing {
    private JsonListing() {}

    /** Writes a document with the source of the functions that match; the output is not flushed. */
    public static void source(Report report, SourceFiles files, TextOutput out) throws IOException, ReportException {
        List<ListedSource> functions = SourceListing.of(report, files);
        JsonReport.document("list", report, out, json -> {
            json.name("functions").beginArray();
            for (ListedSource function : functions) {
                write(json, report, function);
            }
            json.end();
        });
    }

    private static void write(JsonWriter json, Report report, ListedSource function) throws IOException {
        json.beginObject().member("function", function.function());
        JsonHead.text(json, "file", function.file());
        values(json, report, function.flat(), function.cum());
        JsonHead.text(json, "problem", function.problem());
        json.name("lines").beginArray();
        for (ListedSource.Line line : function.lines()) {
            json.inline().beginObject().member("line", line.number());
            values(json, report, line.flat(), line.cum());
            json.member("text", line.text()).end();
        }
        json.end().end();
    }

    private static void values(JsonWriter json, Report report, long flat, long cum) throws IOException {
        json.member("flat", report.multiply(flat)).member("cum", report.multiply(cum));
    }

    /**
     * Writes a document with the instructions of the functions that match; the output is not flushed.
     *
     * @param problems is told, in a line each, which binaries can't be opened
     */
    public static void code(Report report, BinaryFiles binaries, Consumer<String> problems, TextOutput out)
            throws IOException, ReportException {
        List<ListedCode> functions = AssemblyListing.of(report, binaries, problems);
        JsonReport.document("disasm", report, out, json -> {
            json.name("functions").beginArray();
            for (ListedCode function : functions) {
                write(json, report, function);
            }
            json.end();
        });
    }

    private static void write(JsonWriter json, Report report, ListedCode function) throws IOException {
        json.beginObject().member("function", function.names().get(0));
        values(json, report, function.flat(), function.cum());
        json.name("names").inline().beginArray();
        for (String name : function.names()) {
            json.value(name);
        }
        json.end().name("instructions").beginArray();
        for (ListedCode.Row row : function.rows()) {
            json.inline().beginObject().member("address", "0x" + Long.toHexString(row.address()));
            values(json, report, row.flat(), row.cum());
            json.member("text", row.text());
            JsonHead.text(json, "function", row.place().function());
            JsonHead.text(json, "file", row.place().file());
            JsonHead.number(json, "line", row.place().line());
            json.end();
        }
        json.end().end();
    }
}
