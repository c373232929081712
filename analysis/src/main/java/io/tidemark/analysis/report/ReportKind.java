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
            default -> throw new ReportException("no such report yet: " + this);
        }
    }
}
