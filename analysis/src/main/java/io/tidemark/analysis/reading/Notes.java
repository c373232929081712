package io.tidemark.analysis.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sentences for the user; what is wrong with the same source again and again is said once, with a count. */
final class Notes {
    private static final class Problem {
        private final String first;
        private int more;

        Problem(String first) {
            this.first = first;
        }
    }

    private final List<String> sentences = new ArrayList<>();
    private final Map<String, Problem> problems = new LinkedHashMap<>();

    void add(String sentence) {
        sentences.add(sentence);
    }

    /** Something is wrong with a source. */
    void problem(String source, String what) {
        Problem known = problems.get(source);
        if (known == null) {
            problems.put(source, new Problem(what));
        } else {
            known.more++;
        }
    }

    /** What is wrong with a source does not matter, since another one has the same. */
    void forget(String source) {
        problems.remove(source);
    }

    List<String> toList() {
        List<String> all = new ArrayList<>(sentences);
        problems.forEach((source, problem) -> all.add(source + ": " + problem.first
                + (problem.more == 0
                        ? ""
                        : problem.more == 1 ? " (and once more)" : " (and " + problem.more + " times more)")));
        return List.copyOf(all);
    }
}
