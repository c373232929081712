package io.tidemark.analysis.answer;

import java.util.ArrayList;
import java.util.List;

/** A stack as people read it: without the runtime's own frames at its leaf and the directories of files. */
final class StackLines {
    private static final int MOST = 10;

    private StackLines() {}

    static List<String> of(List<String> stack) {
        int first = 0;
        while (first < stack.size() - 1 && stack.get(first).startsWith("runtime.")) {
            first++;
        }
        List<String> lines = new ArrayList<>();
        for (String frame : stack.subList(first, Math.min(stack.size(), first + MOST))) {
            int space = frame.lastIndexOf(' ');
            int slash = frame.lastIndexOf('/');
            boolean hasDirectory = space > 0 && slash > space;
            lines.add(hasDirectory ? frame.substring(0, space + 1) + frame.substring(slash + 1) : frame);
        }
        if (stack.size() > first + MOST) {
            lines.add("... " + (stack.size() - first - MOST) + " more");
        }
        return lines;
    }
}
