package io.tidemark.collect.demangle;

/** Demangled names of Rust made shorter. */
final class RustName {
    private static final int HASH_LENGTH = "17h0123456789abcdefE".length();

    private RustName() {}

    /** Whether a mangled name is one of Rust, in its own scheme or in that of C++ with a hash at the end. */
    static boolean isMangled(String mangled) {
        if (mangled.startsWith("_R")) {
            return true;
        }
        int suffix = mangled.lastIndexOf("E.");
        int end = suffix > 0 ? suffix + 1 : mangled.length();
        int hash = end - HASH_LENGTH;
        return mangled.startsWith("_ZN")
                && hash > 0
                && mangled.startsWith("17h", hash)
                && isHash(mangled, hash + 3, end);
    }

    private static boolean isHash(String mangled, int start, int end) {
        for (int i = start; i < end - 1; i++) {
            if (Character.digit(mangled.charAt(i), 16) < 0) {
                return false;
            }
        }
        return mangled.charAt(end - 1) == 'E';
    }

    /**
     * {@code <a::Vec<T> as b::Drop>::drop::<U>} becomes {@code <a::Vec<> as b::Drop>::drop::<>}: what follows a name goes,
     * and a type that a path starts with stays.
     */
    static String withoutArguments(String name) {
        StringBuilder out = new StringBuilder(name.length());
        int i = 0;
        while (i < name.length()) {
            char c = name.charAt(i);
            out.append(c);
            i++;
            if (c == '<' && isArgumentList(name, i - 1)) {
                i = end(name, i);
                out.append('>');
            }
        }
        return out.toString();
    }

    private static boolean isArgumentList(String name, int open) {
        if (open == 0) {
            return false;
        }
        char before = name.charAt(open - 1);
        return Character.isLetterOrDigit(before)
                || before == '_'
                || (before == ':' && !name.startsWith("<impl ", open));
    }

    /** One beyond the bracket that closes the one before {@code start}. */
    private static int end(String name, int start) {
        int depth = 1;
        int i = start;
        while (i < name.length() && depth > 0) {
            char c = name.charAt(i++);
            depth += c == '<' ? 1 : c == '>' && name.charAt(i - 2) != '-' ? -1 : 0;
        }
        return i;
    }
}
