package io.tidemark.analysis.answer;

import io.tidemark.analysis.finding.Culprit;
import java.util.ArrayList;
import java.util.List;

/**
 * The stack that shows a culprit, as people read it: from the first function that is not the runtime's to the culprit,
 * without directories.
 *
 * <pre>{@code
 * bytes.Repeat  bytes.go:678
 * agent.scrape  cache_timestamp_key.go:31
 * }</pre>
 */
final class StackLines {
    private final List<String> stack;
    private final int first;
    private final int culprit; // the index of its frame; the last one where it is not on the stack

    private StackLines(Culprit culprit) {
        this.stack = culprit.stack();
        int start = 0;
        while (start < stack.size() - 1 && stack.get(start).startsWith("runtime.")) {
            start++;
        }
        this.first = start;
        int found = stack.size() - 1;
        for (int i = stack.size() - 1; i >= start; i--) {
            found = function(stack.get(i)).equals(culprit.function()) ? i : found;
        }
        this.culprit = found;
    }

    /** The stack in lines, the innermost function first; what is left out of a long one is counted. */
    static List<String> of(Culprit culprit, int most) {
        return culprit.stack().isEmpty() ? List.of() : new StackLines(culprit).lines(most);
    }

    /** The whole stack in lines. */
    static List<String> whole(Culprit culprit) {
        return culprit.stack().stream().map(StackLines::line).toList();
    }

    private List<String> lines(int most) {
        int all = culprit - first + 1;
        int ahead = all <= most ? all : most - 2;
        List<String> lines = new ArrayList<>();
        for (int i = first; i < first + ahead; i++) {
            lines.add(line(stack.get(i)));
        }
        if (ahead < all) {
            lines.add("... " + (all - ahead - 1) + " between");
            lines.add(line(stack.get(culprit)));
        }
        return lines;
    }

    private static String function(String frame) {
        int space = frame.lastIndexOf(' ');
        return space < 0 ? frame : frame.substring(0, space);
    }

    private static String line(String frame) {
        String function = function(frame);
        String place = frame.substring(Math.min(frame.length(), function.length() + 1));
        String file = place.substring(place.lastIndexOf('/') + 1);
        return Culprit.shortened(function) + (file.isEmpty() ? "" : "  " + file);
    }
}
