package io.tidemark.analysis.view;

import io.tidemark.analysis.report.ReportException;
import io.tidemark.model.profile.LabelSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What {@code tagfocus} and {@code tagignore} match.
 *
 * <pre>
 * 32kb  1kb:64kb  4mb:  :20ms        any number in the range
 * bytes=32kb                         a number of that key
 * orders,GET                         for each expression a label whose key:value matches
 * endpoint=orders,users              a value of that key that matches one of the expressions
 * </pre>
 */
abstract class LabelFilter implements Predicate<LabelSet> {
    private final @Nullable String key;

    private LabelFilter(@Nullable String key) {
        this.key = key;
    }

    /**
     * Reads a filter.
     *
     * @param name the setting it comes from, for messages
     * @param units the units of the numbers of each key
     */
    static LabelFilter parse(String name, String text, Map<String, String> units) throws ReportException {
        int equals = text.indexOf('=');
        String key = equals < 0 ? null : text.substring(0, equals);
        String value = text.substring(equals + 1);
        NumberRange range = NumberRange.parse(name, value);
        return range != null ? new InRange(key, range, units) : Matching.parse(name, key, value);
    }

    /** Whether numbers are compared, where the user may have meant an expression. */
    boolean isRange() {
        return false;
    }

    final boolean hasKey() {
        return key != null;
    }

    final boolean isOf(String labelKey) {
        return key == null || key.equals(labelKey);
    }

    private static final class InRange extends LabelFilter {
        private final NumberRange range;
        private final Map<String, String> units;

        InRange(@Nullable String key, NumberRange range, Map<String, String> units) {
            super(key);
            this.range = range;
            this.units = units;
        }

        @Override
        boolean isRange() {
            return true;
        }

        @Override
        public boolean test(LabelSet labels) {
            for (int i = 0; i < labels.numberCount(); i++) {
                String key = labels.numberKey(i);
                if (isOf(key) && range.contains(labels.number(i), units.getOrDefault(key, ""))) {
                    return true;
                }
            }
            return false;
        }
    }

    private static final class Matching extends LabelFilter {
        private final List<Predicate<String>> patterns;

        private Matching(@Nullable String key, List<Predicate<String>> patterns) {
            super(key);
            this.patterns = patterns;
        }

        static Matching parse(String name, @Nullable String key, String expressions) throws ReportException {
            List<Predicate<String>> patterns = new ArrayList<>();
            int start = 0;
            while (start >= 0) {
                int comma = expressions.indexOf(',', start);
                String expression = expressions.substring(start, comma < 0 ? expressions.length() : comma);
                patterns.add(NamePattern.compile(name, expression));
                start = comma < 0 ? -1 : comma + 1;
            }
            return new Matching(key, patterns);
        }

        @Override
        public boolean test(LabelSet labels) {
            return hasKey() ? testValues(labels) : testPairs(labels);
        }

        private boolean testValues(LabelSet labels) {
            for (int i = 0; i < labels.textCount(); i++) {
                if (isOf(labels.textKey(i))) {
                    for (Predicate<String> pattern : patterns) {
                        if (pattern.test(labels.textValue(i))) {
                            return true;
                        }
                    }
                }
            }
            return false;
        }

        private boolean testPairs(LabelSet labels) {
            for (Predicate<String> pattern : patterns) {
                boolean found = false;
                for (int i = 0; i < labels.textCount() && !found; i++) {
                    found = pattern.test(labels.textKey(i) + ":" + labels.textValue(i));
                }
                if (!found) {
                    return false;
                }
            }
            return true;
        }
    }
}
