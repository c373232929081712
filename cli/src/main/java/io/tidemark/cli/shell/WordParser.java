package io.tidemark.cli.shell;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Splits a line at white space and nothing else: quotes and backslashes belong to expressions. */
final class WordParser implements Parser {
    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        int start = cursor;
        while (start > 0 && !Character.isWhitespace(line.charAt(start - 1))) {
            start--;
        }
        List<String> words = Words.of(line.substring(0, start));
        words.add(line.substring(start, cursor));
        return new Split(line, cursor, words, cursor - start);
    }

    /** A line up to the cursor; the word of the cursor is the last one. */
    private record Split(String line, int cursor, List<String> words, int wordCursor) implements CompletingParsedLine {
        @Override
        public String word() {
            return words.get(words.size() - 1);
        }

        @Override
        public int wordIndex() {
            return words.size() - 1;
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor;
        }

        @Override
        public int rawWordLength() {
            return wordCursor;
        }
    }
}
