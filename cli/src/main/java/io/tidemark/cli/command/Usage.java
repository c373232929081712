package io.tidemark.cli.command;

import java.util.ArrayList;
import java.util.List;

/** What can follow a command in the shell. */
public enum Usage {
    /** A file. */
    PLAIN,
    /** Filters and a file. */
    SAMPLES,
    /** A number, filters, the order and a file. */
    TABLE,
    /** A number, filters and a file. */
    GRAPH,
    /** A number and filters. */
    SHOWN,
    /** Filters of labels and a file. */
    LABELS,
    /** The functions, filters and a file. */
    FUNCTION;

    /** The help of a command's arguments: how they are written, and what each means. */
    public List<String> lines(String command) {
        StringBuilder form = new StringBuilder(command);
        List<String> lines = new ArrayList<>();
        if (this == FUNCTION) {
            form.append(" FUNCTION");
            lines.add("FUNCTION   the functions whose names match this expression");
        }
        if (this == TABLE || this == GRAPH || this == SHOWN) {
            form.append(" [N]");
            lines.add("N          show at most so many functions");
        }
        if (this == LABELS) {
            form.append(" [LABEL]... [-LABEL]...");
            lines.add("LABEL      only samples with a label that matches, as tagfocus=LABEL");
            lines.add("-LABEL     no samples with a label that matches, as tagignore=LABEL");
        } else if (this != PLAIN) {
            form.append(" [FRAME]... [-FRAME]...");
            lines.add("FRAME      only samples with a frame that matches, as focus=FRAME");
            lines.add("-FRAME     no samples with a frame that matches, as ignore=FRAME");
        }
        if (this == TABLE) {
            form.append(" [-cum]");
            lines.add("-cum       sort by cumulative value");
        }
        if (this != SHOWN) {
            form.append(" [>FILE]");
            lines.add(">FILE      write the report to this file");
        }
        lines.add(0, form.toString());
        return lines;
    }
}
