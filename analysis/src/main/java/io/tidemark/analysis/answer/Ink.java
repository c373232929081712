package io.tidemark.analysis.answer;

import io.tidemark.analysis.finding.Severity;

/** How emphasis is written: not at all, or as the colours of a terminal. */
public enum Ink {
    PLAIN,
    ANSI;

    private static final String RESET = "\033[0m";

    /** What stands out, such as the names on the left. */
    public String bold(String text) {
        return in("\033[1m", text);
    }

    /** What matters less. */
    public String faint(String text) {
        return in("\033[2m", text);
    }

    /** What is good news. */
    public String calm(String text) {
        return in("\033[1;32m", text);
    }

    /** What a finding says, in the colour of how much it matters. */
    public String severity(Severity severity, String text) {
        return in(
                switch (severity) {
                    case CRITICAL -> "\033[1;31m";
                    case WARNING -> "\033[1;33m";
                    case INFO -> "\033[1;36m";
                },
                text);
    }

    private String in(String colour, String text) {
        return this == PLAIN || text.isEmpty() ? text : colour + text + RESET;
    }
}
