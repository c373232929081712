package io.tidemark.collect.symbolize;

import io.tidemark.collect.demangle.Style;

/**
 * Names that come demangled, with parameters and template arguments: the text is all there is to tell C++ from Java and
 * Go. The guesses are those of pprof.
 */
final class PlainName {
    private PlainName() {}

    /** The name without what the style leaves out, when it looks like one of C++. */
    static String shortened(String name, Style style) {
        if (style == Style.FULL || !looksLikeCpp(name)) {
            return name;
        }
        String plain = name.indexOf('(') < 0 && name.indexOf(')') < 0 ? name : without(name, '(', ')');
        boolean hasTemplates = plain.indexOf('<') >= 0 || plain.indexOf('>') >= 0;
        return style == Style.SIMPLE && hasTemplates ? without(plain, '<', '>') : plain;
    }

    /** Java's constructors are {@code C.<init>}, methods of generic types in Go {@code (*T[...]).M}. */
    private static boolean looksLikeCpp(String name) {
        boolean hasBracket =
                name.indexOf('<') >= 0 || name.indexOf('>') >= 0 || name.indexOf('[') >= 0 || name.indexOf(']') >= 0;
        return (hasBracket || name.contains("::")) && !name.contains(".<") && !name.contains("]).");
    }

    /** Removes each bracket with all in it; from one that closes nothing on, everything stays. */
    static String without(String name, char open, char close) {
        StringBuilder kept = new StringBuilder(name.length());
        int depth = 0;
        int outermost = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == open && depth++ == 0) {
                outermost = i;
            } else if (c == close && depth-- == 0) {
                return kept.append(name, i, name.length()).toString();
            } else if (c != close && depth == 0) {
                kept.append(c);
            }
        }
        return depth == 0
                ? kept.toString()
                : kept.append(name, outermost, name.length()).toString();
    }
}
