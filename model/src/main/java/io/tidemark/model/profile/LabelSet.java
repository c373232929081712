package io.tidemark.model.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * The labels of a sample: texts such as {@code endpoint:/orders} and numbers such as {@code bytes:1024}.
 *
 * <p>Labels are sorted by key; several values of one key keep their order. Equal sets are equal objects to {@link
 * #equals}, and samples share them, so whatever is computed from labels is computed once a set and not once a sample.
 */
public final class LabelSet {
    /** No labels. */
    public static final LabelSet EMPTY = new LabelSet(new String[0], new String[0], new long[0], new String[0]);

    private final String[] texts; // key, value, key, value, ...
    private final String[] numberKeys;
    private final long[] numbers;
    private final String[] units; // of each number, "" where it has none

    private LabelSet(String[] texts, String[] numberKeys, long[] numbers, String[] units) {
        this.texts = texts;
        this.numberKeys = numberKeys;
        this.numbers = numbers;
        this.units = units;
    }

    /** One text label. */
    public static LabelSet of(String key, String value) {
        return new Builder().text(key, value).build();
    }

    public boolean isEmpty() {
        return texts.length == 0 && numbers.length == 0;
    }

    /** The number of text labels; several values of a key count each. */
    public int textCount() {
        return texts.length / 2;
    }

    public String textKey(int i) {
        return texts[2 * i];
    }

    public String textValue(int i) {
        return texts[2 * i + 1];
    }

    /** The number of numeric labels; several values of a key count each. */
    public int numberCount() {
        return numbers.length;
    }

    public String numberKey(int i) {
        return numberKeys[i];
    }

    public long number(int i) {
        return numbers[i];
    }

    /** The unit that the profile gives for a number, or the empty string. */
    public String unit(int i) {
        return units[i];
    }

    /** The text values of a key, in order; empty when there are none. */
    public List<String> texts(String key) {
        List<String> found = new ArrayList<>(1);
        for (int i = 0; i < texts.length; i += 2) {
            if (texts[i].equals(key)) {
                found.add(texts[i + 1]);
            }
        }
        return found;
    }

    /** Whether a text label has this key and value. */
    public boolean has(String key, String value) {
        for (int i = 0; i < texts.length; i += 2) {
            if (texts[i].equals(key) && texts[i + 1].equals(value)) {
                return true;
            }
        }
        return false;
    }

    /** This set with one text label more, or with the values of the key replaced when it is there. */
    public LabelSet with(String key, String value) {
        Builder builder = new Builder();
        without(k -> k.equals(key), k -> false).copyTo(builder);
        return builder.text(key, value).build();
    }

    /** This set without the labels whose key is matched. */
    public LabelSet without(Predicate<String> key) {
        return without(key, key);
    }

    /** This set without the text labels and the numeric labels whose keys are matched. */
    public LabelSet without(Predicate<String> textKey, Predicate<String> numberKey) {
        Builder builder = new Builder();
        boolean same = true;
        for (int i = 0; i < textCount(); i++) {
            if (textKey.test(textKey(i))) {
                same = false;
            } else {
                builder.text(textKey(i), textValue(i));
            }
        }
        for (int i = 0; i < numberCount(); i++) {
            if (numberKey.test(numberKeys[i])) {
                same = false;
            } else {
                builder.number(numberKeys[i], numbers[i], units[i]);
            }
        }
        return same ? this : builder.build();
    }

    private void copyTo(Builder builder) {
        for (int i = 0; i < textCount(); i++) {
            builder.text(textKey(i), textValue(i));
        }
        for (int i = 0; i < numberCount(); i++) {
            builder.number(numberKeys[i], numbers[i], units[i]);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LabelSet that
                && Arrays.equals(texts, that.texts)
                && Arrays.equals(numbers, that.numbers)
                && Arrays.equals(numberKeys, that.numberKeys)
                && Arrays.equals(units, that.units);
    }

    @Override
    public int hashCode() {
        long hash = Hash.start(texts.length + numbers.length);
        for (String text : texts) {
            hash = Hash.add(hash, text);
        }
        for (int i = 0; i < numbers.length; i++) {
            hash = Hash.add(Hash.add(Hash.add(hash, numberKeys[i]), numbers[i]), units[i]);
        }
        return Hash.end(hash);
    }

    /** {@code endpoint:/orders bytes:1024}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < textCount(); i++) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(textKey(i))
                    .append(':')
                    .append(textValue(i));
        }
        for (int i = 0; i < numberCount(); i++) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(numberKeys[i])
                    .append(':')
                    .append(numbers[i])
                    .append(units[i]);
        }
        return text.toString();
    }

    /** Collects labels in any order. */
    public static final class Builder {
        private record TextLabel(String key, String value) {}

        private record NumberLabel(String key, long value, String unit) {}

        private final List<TextLabel> texts = new ArrayList<>(2);
        private final List<NumberLabel> numbers = new ArrayList<>(2);

        public Builder text(String key, String value) {
            texts.add(new TextLabel(key, value));
            return this;
        }

        /** Adds a number; {@code unit} is empty where none is known. */
        public Builder number(String key, long value, String unit) {
            numbers.add(new NumberLabel(key, value, unit));
            return this;
        }

        public LabelSet build() {
            if (texts.isEmpty() && numbers.isEmpty()) {
                return EMPTY;
            }
            texts.sort((a, b) -> Utf8.compare(a.key(), b.key()));
            numbers.sort((a, b) -> Utf8.compare(a.key(), b.key()));
            String[] pairs = new String[2 * texts.size()];
            for (int i = 0; i < texts.size(); i++) {
                pairs[2 * i] = texts.get(i).key();
                pairs[2 * i + 1] = texts.get(i).value();
            }
            String[] keys = new String[numbers.size()];
            long[] values = new long[keys.length];
            String[] units = new String[keys.length];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = numbers.get(i).key();
                values[i] = numbers.get(i).value();
                units[i] = numbers.get(i).unit();
            }
            return new LabelSet(pairs, keys, values, units);
        }
    }
}
