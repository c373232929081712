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

    /** Writes the report. */
    public void write(Report report, TextOutput out) throws IOException, ReportException {
        throw new ReportException(this + " is not there yet");
    }
}
