package io.tidemark.analysis.report;

import java.io.IOException;

/** The kinds of reports that need a profile and nothing else. */
public enum ReportKind {
    COMMENTS(CommentsReport::write),
    DOT(ReportKind::missing),
    TREE(ReportKind::missing),
    TEXT(ReportKind::missing),
    TRACES(ReportKind::missing),
    RAW(ReportKind::missing),
    TAGS(ReportKind::missing),
    PROTO(ReportKind::missing),
    TOPPROTO(ReportKind::missing),
    CALLGRIND(ReportKind::missing);

    /** Writes a report of one kind. */
    interface Writer {
        void write(Report report, TextOutput out) throws IOException, ReportException;
    }

    private final Writer writer;

    ReportKind(Writer writer) {
        this.writer = writer;
    }

    /** Writes the report; the output is not flushed. */
    public void write(Report report, TextOutput out) throws IOException, ReportException {
        writer.write(report, out);
    }

    private static void missing(Report report, TextOutput out) throws ReportException {
        throw new ReportException(
                "no such report yet of " + report.options().value().name() + " to " + out);
    }
}
