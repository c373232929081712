package io.tidemark.analysis.graph;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths of the machine that was profiled, which need not be this one; they are text with slashes. */
public final class SlashPath {
    private SlashPath() {}

    /** The shortest path that means the same, without {@code .}, {@code ..} and double slashes; {@code .} of nothing. */
    public static String clean(String path) {
        if (isClean(path)) {
            return path;
        }
        boolean rooted = path.startsWith("/");
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            if (!part.equals("..")
                    || (!rooted && (parts.isEmpty() || parts.getLast().equals("..")))) {
                parts.addLast(part);
            } else if (!parts.isEmpty()) {
                parts.removeLast();
            }
        }
        String joined = (rooted ? "/" : "") + String.join("/", parts);
        return joined.isEmpty() ? "." : joined;
    }

    private static boolean isClean(String path) {
        return !path.isEmpty()
                && !path.contains("//")
                && !path.contains("./")
                && !path.endsWith(".")
                && (!path.endsWith("/") || path.equals("/"));
    }

    /** The last element; {@code .} of an empty path, {@code /} of slashes alone. */
    public static String base(String path) {
        if (path.isEmpty()) {
            return ".";
        }
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return end == 0 ? "/" : path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }
}
