package io.tidemark.model.format;

import io.tidemark.model.profile.Utf8;
import io.tidemark.model.text.LineReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What an input is that is no profile, for the message: people fetch login pages, and forget to unpack. */
final class Foreign {
    /** How a file starts, each character standing for the byte of its number, and what it is then. */
    private record Signature(String start, String meaning) {
        boolean matches(byte[] head) {
            return Arrays.equals(
                    head,
                    0,
                    Math.min(head.length, start.length()),
                    start.getBytes(StandardCharsets.ISO_8859_1),
                    0,
                    start.length());
        }
    }

    private static final String EXPECTED =
            " (expected profile.proto, collapsed stacks, or what Go, gperftools and pprof print)";

    private static final List<Signature> BINARY = List.of(
            new Signature("FLR\0", "a JFR recording, which is not read as a profile here"),
            new Signature("\u001f\u008b", "still compressed with gzip: was it compressed twice?"),
            new Signature("(\u00b5/\u00fd", "still compressed with zstd: was it compressed twice?"),
            new Signature("BZh", "compressed with bzip2; unpack it first"),
            new Signature("\u00fd7zXZ", "compressed with xz; unpack it first"),
            new Signature("PK\u0003\u0004", "a zip archive; unpack it first"),
            new Signature("JAVA PROFILE 1.0", "a heap dump of a JVM (HPROF), which holds objects and no profile"),
            new Signature("PERFILE2", "a recording of Linux perf; convert it with perf_to_profile"),
            new Signature("go 1.", "an execution trace of Go; go tool trace -pprof=TYPE makes profiles of it"),
            new Signature("\u007fELF", "an executable; the profile comes after it on the command line"),
            new Signature("\u00ca\u00fe\u00ba\u00be", "a Java class or a macOS executable"));

    private Foreign() {}

    /** Whether bytes are text: UTF-8 or not, but without control characters beyond white space. */
    static boolean isText(byte[] head) {
        for (byte b : head) {
            if (b >= 0 && b < ' ' && (b < '\t' || b > '\r')) {
                return false;
            }
        }
        return head.length > 0;
    }

    /** What the input looks like, and what was expected. */
    static String describe(byte[] head) {
        if (head.length == 0) {
            return "empty input" + EXPECTED;
        }
        for (Signature signature : BINARY) {
            if (signature.matches(head)) {
                return "the input is " + signature.meaning();
            }
        }
        if (!isText(head)) {
            return "unknown binary format" + EXPECTED;
        }
        String text = Utf8.decode(head).strip();
        String lower = text.substring(0, Math.min(text.length(), 20)).toLowerCase(Locale.ROOT);
        String line = LineReader.excerpt(text.lines().findFirst().orElse(""));
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
            if (text.contains("<title>/debug/pprof/</title>")) {
                return "the input is the list of profiles of a Go program (expected one of them, such as"
                        + " /debug/pprof/heap)";
            }
            return "the input is an HTML page, as servers answer to a wrong address or without a login" + EXPECTED;
        }
        if (lower.startsWith("{") || lower.startsWith("[")) {
            return "the input is JSON: " + line + EXPECTED;
        }
        if (lower.startsWith("# help") || lower.startsWith("# type")) {
            return "the input is a page of metrics" + EXPECTED;
        }
        return text.isEmpty() ? "blank input" + EXPECTED : "unknown text: " + line + EXPECTED;
    }
}
