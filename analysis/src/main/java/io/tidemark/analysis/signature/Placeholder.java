package io.tidemark.analysis.signature;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the words of a signature leave open, such as {@code {owner}}, and the caller fills in. */
public enum Placeholder {
    /** The function of the program that is to blame. */
    OWNER("owner", "the program"),
    /** The function that started the goroutine. */
    CREATOR("creator", "the program"),
    /** Where the owner is, as {@code file.go:12}. */
    FILE("file", "its source"),
    /** How many there are. */
    COUNT("count", "many"),
    /** How fast it grows, with its unit. */
    RATE("rate", "steadily"),
    /** How much memory it is, with its unit. */
    SIZE("size", "the memory"),
    /** What the goroutine waits for. */
    STATE("state", "wait"),
    /** How long the oldest has waited. */
    AGE("age", "a long time"),
    /** What the descriptors are open on. */
    TARGET("target", "the same thing"),
    /** The limit of the container, with its unit. */
    LIMIT("limit", "the limit");

    private static final Pattern OPEN = Pattern.compile("\\{([a-z]++)}");

    private final String label;
    private final String otherwise;

    Placeholder(String label, String otherwise) {
        this.label = label;
        this.otherwise = otherwise;
    }

    /** As it stands between the braces. */
    public String label() {
        return label;
    }

    /** A text with these words in it; what is not among them becomes words that say less. */
    public static String fill(String text, Map<Placeholder, String> words) {
        Matcher matcher = OPEN.matcher(text);
        return matcher.replaceAll(found -> {
            for (Placeholder placeholder : values()) {
                if (placeholder.label.equals(found.group(1))) {
                    return Matcher.quoteReplacement(words.getOrDefault(placeholder, placeholder.otherwise));
                }
            }
            return Matcher.quoteReplacement(found.group());
        });
    }

    /** The first placeholder in a text that there is not; empty when all are known. */
    static String unknown(String text) {
        Matcher matcher = OPEN.matcher(text);
        while (matcher.find()) {
            if (isNone(matcher.group(1))) {
                return matcher.group();
            }
        }
        return "";
    }

    /** All of them, for messages. */
    static String labels() {
        return Arrays.stream(values()).map(value -> "{" + value.label + "}").collect(Collectors.joining(", "));
    }

    private static boolean isNone(String label) {
        for (Placeholder placeholder : values()) {
            if (placeholder.label.equals(label)) {
                return false;
            }
        }
        return true;
    }
}
