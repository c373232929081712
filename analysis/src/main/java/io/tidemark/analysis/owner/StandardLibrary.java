package io.tidemark.analysis.owner;

import java.util.Set;

/** Go's standard library and what its tools make: the first parts of the paths of their packages. */
public final class StandardLibrary {
    private static final Set<String> FIRST = Set.of(
            "archive",
            "arena",
            "bufio",
            "builtin",
            "bytes",
            "cgo",
            "cmd",
            "cmp",
            "compress",
            "container",
            "context",
            "crypto",
            "database",
            "debug",
            "embed",
            "encoding",
            "errors",
            "expvar",
            "flag",
            "fmt",
            "go",
            "gogo",
            "hash",
            "html",
            "image",
            "index",
            "internal",
            "io",
            "iter",
            "log",
            "maps",
            "math",
            "mime",
            "net",
            "os",
            "path",
            "plugin",
            "reflect",
            "regexp",
            "runtime",
            "simd",
            "slices",
            "sort",
            "strconv",
            "strings",
            "structs",
            "sync",
            "syscall",
            "testing",
            "text",
            "time",
            "type",
            "unicode",
            "unique",
            "unsafe",
            "vendor",
            "weak");

    private StandardLibrary() {}

    /** Whether paths that begin with this part, such as {@code net}, are of the standard library. */
    public static boolean has(String part) {
        return FIRST.contains(part);
    }
}
