package io.tidemark.cli.peer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random command lines for a profile. A seed gives the same ones again. */
final class Question {
    private static final List<String> REPORTS = List.of(
            "-top",
            "-top",
            "-top",
            "-text",
            "-tree",
            "-tree",
            "-traces",
            "-raw",
            "-tags",
            "-comments",
            "-dot",
            "-dot",
            "-callgrind",
            "-peek=%s",
            "-peek=%s",
            "-list=%s");
    private static final List<String> GRANULARITIES =
            List.of("-functions", "-filefunctions", "-files", "-lines", "-addresses");
    private static final List<String> UNITS =
            List.of("-unit=kb", "-unit=mb", "-unit=b", "-unit=ms", "-unit=s", "-unit=auto", "-unit=minimum");
    private static final List<String> NAME_FILTERS =
            List.of("-focus", "-ignore", "-hide", "-show", "-show_from", "-prune_from");
    private static final List<String> NAMES = List.of(
            "main",
            "runtime",
            "store",
            "json",
            "gzip",
            "flate",
            "encode",
            "tree",
            "grow",
            "malloc",
            "Flush",
            "sync",
            "main\\.work",
            "^runtime\\.",
            "nosuchfunction",
            ".*",
            "Put|Keys",
            "(?i)STORE");
    private static final List<String> LABEL_FILTERS = List.of(
            "-tagfocus=/orders",
            "-tagfocus=endpoint=/users",
            "-tagignore=flush",
            "-tagshow=endpoint",
            "-taghide=tenant",
            "-tagroot=endpoint",
            "-tagleaf=phase,endpoint",
            "-tagfocus=1kb:",
            "-tagfocus=:64kb",
            "-tagfocus=bytes=16kb:1mb",
            "-tagroot=bytes",
            "-tagignore=1kb:4kb");

    private final Random random;
    private final Path profile;
    private final List<String> arguments = new ArrayList<>();

    private Question(Random random, Path profile) {
        this.random = random;
        this.profile = profile;
    }

    /** Arguments that ask something of a profile. */
    static List<String> of(Random random, Path profile, Path sources) {
        Question question = new Question(random, profile);
        question.ask(sources);
        return question.arguments;
    }

    private void ask(Path sources) {
        String report = pick(REPORTS);
        arguments.add(report.replace("%s", pick(NAMES)));
        if (report.startsWith("-list")) {
            arguments.add("-source_path=" + sources);
        }
        String name = String.valueOf(profile.getFileName());
        if (name.matches("(heap|allocs).*") && chance(0.5)) {
            arguments.add("-sample_index=" + pick(List.of("alloc_objects", "alloc_space", "inuse_objects", "0", "1")));
        }
        maybe(0.3, "-cum");
        maybe(0.3, pick(GRANULARITIES));
        maybe(0.3, "-nodecount=" + pick(List.of("0", "1", "3", "5", "10", "20", "40", "1000")));
        maybe(0.15, "-nodefraction=" + pick(List.of("0", "0.01", "0.05", "0.2")));
        maybe(0.15, "-edgefraction=" + pick(List.of("0", "0.01", "0.1")));
        maybe(0.15, "-trim=false");
        maybe(0.1, "-noinlines");
        maybe(0.05, "-showcolumns");
        maybe(0.1, "-call_tree");
        maybe(0.15, pick(UNITS));
        maybe(0.05, "-divide_by=" + pick(List.of("2", "10", "0.5")));
        maybe(0.05, "-mean");
        maybe(0.1, "-relative_percentages");
        maybe(0.05, "-compact_labels=false");
        for (String filter : NAME_FILTERS) {
            maybe(0.12, filter + "=" + pick(NAMES));
        }
        maybe(0.3, pick(LABEL_FILTERS));
        if (name.equals("heap.pb.gz") && chance(0.4)) {
            Path before = profile.resolveSibling("heap-before.pb.gz");
            arguments.add(pick(List.of("-base=", "-diff_base=")) + before);
            maybe(0.3, "-normalize");
            maybe(0.3, "-drop_negative");
        }
        arguments.add(profile.toString());
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private void maybe(double share, String argument) {
        if (chance(share)) {
            arguments.add(argument);
        }
    }
}
