package io.tidemark.analysis.report;

import java.io.IOException;

/** The kinds of reports that need a profile and nothing else. */
public enum ReportKind {
    COMMENTS,
    DOT,
    TREE,
    TEXT,
    TRACES,
    RAW,
    TAGS,
    PROTO,
    TOPPROTO,
    CALLGRIND;

    /** Writes the report; the output is not flushed. */
    public void write(Report report, TextOutput out) throws IOException, ReportException {
        switch (this) {
            case COMMENTS -> CommentsReport.write(report, out);
            case DOT -> DotReport.write(report, out);
            case TREE -> TreeReport.write(report, out);
            case TEXT -> TextReport.write(report, out);
            case TRACES -> TracesReport.write(report, out);
            case RAW -> RawReport.write(report, out);
            case TAGS -> TagsReport.write(report, out);
            case PROTO -> ProtoReport.write(report, out);
            case TOPPROTO -> ProtoReport.writeTop(report, out);
            case CALLGRIND -> CallgrindReport.write(report, out);
        }
    }
}
