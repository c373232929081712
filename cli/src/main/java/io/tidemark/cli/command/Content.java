package io.tidemark.cli.command;

import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.analysis.report.ReportKind;
import io.tidemark.analysis.report.TextOutput;
import java.io.IOException;

/** What a command reports. */
enum Content {
    COMMENTS,
    DISASM,
    DOT,
    LIST,
    TREE,
    TEXT,
    TRACES,
    RAW,
    TAGS,
    PROTO,
    TOPPROTO,
    CALLGRIND,
    WEBLIST;

    /** Writes the report; the output is not flushed. */
    void write(Report report, TextOutput out) throws IOException, ReportException {
        switch (this) {
            case COMMENTS -> ReportKind.COMMENTS.write(report, out);
            case DOT -> ReportKind.DOT.write(report, out);
            case TREE -> ReportKind.TREE.write(report, out);
            case TEXT -> ReportKind.TEXT.write(report, out);
            case TRACES -> ReportKind.TRACES.write(report, out);
            case RAW -> ReportKind.RAW.write(report, out);
            case TAGS -> ReportKind.TAGS.write(report, out);
            case PROTO -> ReportKind.PROTO.write(report, out);
            case TOPPROTO -> ReportKind.TOPPROTO.write(report, out);
            case CALLGRIND -> ReportKind.CALLGRIND.write(report, out);
            case DISASM, LIST, WEBLIST -> throw new ReportException("this report is not there yet");
        }
    }
}
