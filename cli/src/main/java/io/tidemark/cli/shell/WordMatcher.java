package io.tidemark.cli.shell;

import java.util.Locale;
import java.util.Map;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.LineReader;
import org.jline.reader.impl.CompletionMatcherImpl;

/** Finds the suggestions for a word as JLine does, then those for a name that was typed without its backslashes. */
final class WordMatcher extends CompletionMatcherImpl {
    @Override
    protected void defaultMatchers(
            Map<LineReader.Option, Boolean> options,
            boolean prefix,
            CompletingParsedLine line,
            boolean caseInsensitive,
            int errors,
            String originalGroupName) {
        super.defaultMatchers(options, prefix, line, caseInsensitive, errors, originalGroupName);
        String typed = plain(line.word());
        matchers.add(simpleMatcher(suggestion -> plain(suggestion).startsWith(typed)));
        matchers.add(simpleMatcher(suggestion -> plain(suggestion).contains(typed)));
    }

    private static String plain(String word) {
        return Suggestions.unquoted(word).toLowerCase(Locale.ROOT);
    }
}
