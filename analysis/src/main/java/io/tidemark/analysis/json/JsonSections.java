package io.tidemark.analysis.json;

import io.tidemark.analysis.label.LabelGroups;
import io.tidemark.analysis.label.LabelSections;
import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.model.json.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A report for each value of a label, as members of one document. */
final class JsonSections {
    private JsonSections() {}

    static void write(JsonWriter json, JsonReport kind, List<Report> reports, String key)
            throws IOException, ReportException {
        LabelGroups groups = LabelSections.groups(reports.get(0), key);
        json.member("by", key).member("overlap", groups.overlap());
        json.name("groups").beginArray();
        for (int i = 0; i < groups.groups().size(); i++) {
            LabelGroups.Group group = groups.groups().get(i);
            json.beginObject().member("group", group.name());
            json.member("sum", reports.get(0).multiply(group.sum()));
            List<Report> selected = new ArrayList<>();
            for (Report report : reports) {
                selected.add(groups.select(report, i));
            }
            body(json, kind, selected);
            json.end();
        }
        json.end();
    }

    private static void body(JsonWriter json, JsonReport kind, List<Report> reports) throws IOException {
        try {
            kind.body(json, reports);
        } catch (ReportException e) { // it may be there under another value
            json.member("problem", String.valueOf(e.getMessage()));
        }
    }
}
