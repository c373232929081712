package io.tidemark.cli.shell;

import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Hands suggestions to JLine, and the names of files where those are expected. */
final class WordCompleter implements Completer {
    private final Suggestions suggestions;

    WordCompleter(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        List<String> before = line.words().subList(0, line.wordIndex());
        int filePrefix = suggestions.filePrefix(before, line.word());
        List<Suggestions.Suggestion> found = filePrefix < 0
                ? suggestions.of(before, line.word())
                : FileNames.starting(
                        line.word().substring(0, filePrefix), line.word().substring(filePrefix));
        for (Suggestions.Suggestion one : found) {
            candidates.add(new Candidate(one.text(), one.shown(), one.group(), null, null, null, one.isComplete()));
        }
    }
}
