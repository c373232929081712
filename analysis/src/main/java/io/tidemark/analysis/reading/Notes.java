package io.tidemark.analysis.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Sentences for the user; what is wrong with the same source again and again is said once, with a count. */
final class Notes {
    private static final class Problem {
        private final String first;
        private int more;

        Problem(String first) {
            this.first = first;
        }
    }

    private static final int NAMED = 3;

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

    /** The sentences. Sources with the same problem are one: a login page in front of all of them is one problem. */
    List<String> toList() {
        Map<String, List<String>> byProblem = new LinkedHashMap<>();
        problems.forEach((source, problem) -> byProblem
                .computeIfAbsent(problem.first, first -> new ArrayList<>())
                .add(source));
        List<String> all = new ArrayList<>(sentences);
        byProblem.forEach((first, sources) -> all.add(names(sources) + ": " + first + again(sources)));
        return List.copyOf(all);
    }

    private static String names(List<String> sources) {
        int named = sources.size() <= NAMED + 1 ? sources.size() : NAMED;
        String rest = named == sources.size() ? "" : " and " + (sources.size() - named) + " more";
        return String.join(", ", sources.subList(0, named)) + rest;
    }

    private String again(List<String> sources) {
        int more = 0;
        for (String source : sources) {
            more += Objects.requireNonNull(problems.get(source)).more;
        }
        if (more == 0 || sources.size() > 1) {
            return "";
        }
        return more == 1 ? " (and once more)" : " (and " + more + " times more)";
    }
}
