package io.tidemark.collect.observation;

import java.util.regex.Pattern;

/** Leaves secrets out of command lines: passwords in URLs, and the values of flags whose name says so. */
final class Secrets {
    private static final Pattern USER = Pattern.compile("://[^/@\\s]*@");
    private static final Pattern FLAG = Pattern.compile(
            "((?:^|\\s)-*[\\w.-]*(?:password|passwd|secret|token|api-?key|credential)[\\w.-]*[= ])\\S+",
            Pattern.CASE_INSENSITIVE);

    private Secrets() {}

    /** Arguments with zero bytes between them as a line of text. */
    static String withoutThem(String arguments) {
        String line = arguments.replace('\0', ' ').strip();
        return FLAG.matcher(USER.matcher(line).replaceAll("://***@")).replaceAll("$1***");
    }
}
