package io.tidemark.model.pasted;

import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.text.LineReader;
import io.tidemark.model.text.Numbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The labels below a sample of {@code raw}: texts on one line, numbers on another.
 *
 * <pre>
 *                 endpoint:[/orders] tenant:[7 8]
 *                 bytes:[4096 bytes] request:[100 200]
 * </pre>
 *
 * <p>A line is one of numbers when everything in all of its brackets is.
 */
final class RawLabels {
    private static final String INDENT = " ".repeat(16);

    private record Label(String key, List<String> values) {}

    private RawLabels() {}

    static boolean isLine(String line) {
        return line.startsWith(INDENT) && line.endsWith("]") && line.contains(":[");
    }

    /** Adds the labels of the current line. */
    static void add(LineReader lines, Limits limits, LabelSet.Builder labels) throws IOException {
        List<Label> found = new ArrayList<>();
        String text = lines.line().strip();
        int start = 0;
        while (start < text.length()) {
            int open = text.indexOf(":[", start);
            int close = open < 0 ? -1 : close(text, open);
            if (close < 0) {
                throw lines.malformed("no labels (expected key:[value] ...)");
            }
            if (found.size() == limits.maxLabels()) {
                throw lines.malformed(
                        "more than " + limits.maxLabels() + " labels (the limit; raise it with -max_labels)");
            }
            // Values beyond the limit stay together as one.
            String[] values = text.substring(open + 2, close).split(" ", limits.maxLabels());
            found.add(new Label(text.substring(start, open), List.of(values)));
            start = close + 2;
        }
        boolean areNumbers = found.stream().allMatch(label -> addNumbers(label, new LabelSet.Builder()));
        for (Label label : found) {
            if (areNumbers) {
                addNumbers(label, labels);
            } else {
                for (String value : label.values()) {
                    labels.text(label.key(), value);
                }
            }
        }
    }

    /** The bracket that closes the values: the first one with a blank or nothing after it. */
    private static int close(String text, int open) {
        int close = text.indexOf(']', open);
        while (close >= 0 && close + 1 < text.length() && text.charAt(close + 1) != ' ') {
            close = text.indexOf(']', close + 1);
        }
        return close;
    }

    /** Adds {@code 100 200} or {@code 4096 bytes 1 bytes}, if it is that. */
    private static boolean addNumbers(Label label, LabelSet.Builder labels) {
        List<String> words = label.values();
        boolean haveUnits =
                words.size() % 2 == 0 && Numbers.decimal(words.get(1)).isEmpty();
        int step = haveUnits ? 2 : 1;
        for (int i = 0; i < words.size(); i += step) {
            OptionalLong number = Numbers.decimal(words.get(i));
            if (number.isEmpty()) {
                return false;
            }
            labels.number(label.key(), number.getAsLong(), haveUnits ? words.get(i + 1) : "");
        }
        return true;
    }
}
