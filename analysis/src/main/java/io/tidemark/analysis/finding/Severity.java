package io.tidemark.analysis.finding;

/** How much a finding matters, the worst last. */
public enum Severity {
    INFO,
    WARNING,
    CRITICAL;

    /** As JSON has it. */
    public String label() {
        return switch (this) {
            case INFO -> "info";
            case WARNING -> "warning";
            case CRITICAL -> "critical";
        };
    }
}
