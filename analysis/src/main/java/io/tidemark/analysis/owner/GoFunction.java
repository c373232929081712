package io.tidemark.analysis.owner;

/**
 * The parts of the name of a Go function.
 *
 * <pre>
 * gopkg.in/natefinch/lumberjack%2ev2.(*Logger).mill.func1    package gopkg.in/natefinch/lumberjack.v2, (*Logger).mill
 * main.Map[go.shape.struct{A:int}].func2.1                   package main, Map[...]
 * svc.(*Server).Serve-fm                                     package svc, (*Server).Serve
 * </pre>
 *
 * @param packagePath without escapes; empty when it is no name of Go
 * @param enclosing the function or method that it is, or that it is a part of: the same in all versions of Go, which
 *     number closures and wrappers in different ways
 */
public record GoFunction(String packagePath, String enclosing) {
    private static final String[] NUMBERED = {".func", ".gowrap", ".deferwrap", "-range", "·", "."};

    /** Takes a name apart. */
    public static GoFunction parse(String name) {
        int end = name.length();
        for (int i = 0; i < end; i++) {
            if (name.charAt(i) == '(' || name.charAt(i) == '[') {
                end = i;
            }
        }
        int slash = name.lastIndexOf('/', end - 1);
        int dot = name.indexOf('.', slash + 1);
        if (dot >= 0 && isVersion(name, dot + 1)) {
            dot = name.indexOf('.', dot + 1); // gopkg.in/yaml.v3.Unmarshal, where the dot wasn't escaped
        }
        if (dot < 0 || dot > end) {
            return new GoFunction("", name);
        }
        return new GoFunction(unescape(name.substring(0, dot)), enclosing(withoutArguments(name.substring(dot + 1))));
    }

    /** The name by which stacks are compared. */
    public String identity() {
        return packagePath.isEmpty() ? enclosing : packagePath + "." + enclosing;
    }

    private static boolean isVersion(String name, int at) {
        int i = at + 1;
        while (i < name.length() && isDigit(name.charAt(i))) {
            i++;
        }
        return at < name.length() && name.charAt(at) == 'v' && i > at + 1 && i < name.length() && name.charAt(i) == '.';
    }

    /** The path with {@code %2e} and other escapes of the linker replaced. */
    private static String unescape(String path) {
        int percent = path.indexOf('%');
        if (percent < 0) {
            return path;
        }
        StringBuilder text = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            int high = c == '%' && i + 2 < path.length() ? Character.digit(path.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(path.charAt(i + 2), 16);
            if (low < 0) {
                text.append(c);
            } else {
                text.append((char) (16 * high + low));
                i += 2;
            }
        }
        return text.toString();
    }

    /** {@code Map[...]} of {@code Map[go.shape.int]}. */
    private static String withoutArguments(String name) {
        if (name.indexOf('[') < 0) {
            return name;
        }
        StringBuilder text = new StringBuilder(name.length());
        int depth = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            depth -= c == ']' && depth > 0 ? 1 : 0;
            if (depth == 0) {
                text.append(c);
            }
            if (c == '[') {
                text.append(depth++ == 0 ? "..." : "");
            }
        }
        return text.toString();
    }

    private static String enclosing(String name) {
        String rest = name;
        while (true) {
            String shorter = shortened(rest);
            if (shorter.isEmpty() || shorter.length() == rest.length()) {
                return rest;
            }
            rest = shorter;
        }
    }

    /** The name without its last closure, wrapper or loop body. */
    private static String shortened(String name) {
        if (name.endsWith("-fm")) {
            return name.substring(0, name.length() - 3);
        }
        int digits = name.length();
        while (digits > 0 && isDigit(name.charAt(digits - 1))) {
            digits--;
        }
        if (digits < name.length()) {
            for (String before : NUMBERED) {
                if (name.startsWith(before, digits - before.length())) {
                    return name.substring(0, digits - before.length());
                }
            }
        }
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
