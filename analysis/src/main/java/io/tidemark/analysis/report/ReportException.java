package io.tidemark.analysis.report;

/** A report that can't be made of this profile, such as one of functions that it does not have. */
public final class ReportException extends Exception {
    private static final long serialVersionUID = 1;

    public ReportException(String message) {
        super(message);
    }
}
