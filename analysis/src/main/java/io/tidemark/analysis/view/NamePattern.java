package io.tidemark.analysis.view;

import io.tidemark.analysis.report.ReportException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A regular expression that may match anywhere in a name, in the syntax of Go.
 *
 * <p>Most of what people ask for is a word, a quoted name or some of these with a bar between them, as in {@code
 * net/http|main\.handle}. These are searched as they are: it is faster, and the engine for expressions, RE2/J, need not be
 * loaded. What RE2/J matches takes time in proportion to the name, whatever the expression.
 */
final class NamePattern {
    private static final String SPECIAL = "\\.+*?()|[]{}^$";

    private NamePattern() {}

    /**
     * Reads an expression.
     *
     * @param what whose expression it is, for the message
     * @throws ReportException when it is none
     */
    static Predicate<String> compile(String what, String expression) throws ReportException {
        List<String> words = words(expression);
        if (words.isEmpty()) {
            return Re2Pattern.compile(what, expression);
        }
        return words.size() == 1 ? new Word(words.get(0)) : new Words(words);
    }

    /** The words of an expression that is one word or several with bars between them; else nothing. */
    private static List<String> words(String expression) {
        List<String> words = new ArrayList<>(1);
        StringBuilder word = new StringBuilder(expression.length());
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '|') {
                words.add(word.toString());
                word.setLength(0);
            } else if (SPECIAL.indexOf(c) < 0) {
                word.append(c);
            } else if (c == '\\' && i + 1 < expression.length() && SPECIAL.indexOf(expression.charAt(i + 1)) >= 0) {
                word.append(expression.charAt(++i));
            } else {
                return List.of();
            }
        }
        words.add(word.toString());
        return words;
    }

    private record Word(String word) implements Predicate<String> {
        @Override
        public boolean test(String name) {
            return name.contains(word);
        }
    }

    private record Words(List<String> words) implements Predicate<String> {
        @Override
        public boolean test(String name) {
            for (String word : words) {
                if (name.contains(word)) {
                    return true;
                }
            }
            return false;
        }
    }
}
