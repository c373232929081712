package io.tidemark.analysis.report;

import java.io.IOException;

/** The comments of a profile, one a line. */
final class CommentsReport {
    private CommentsReport() {}

    static void write(Report report, TextOutput out) throws IOException {
        for (String comment : report.profile().header().comments()) {
            out.line(comment);
        }
    }
}
