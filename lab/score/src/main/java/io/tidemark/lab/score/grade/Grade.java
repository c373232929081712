package io.tidemark.lab.score.grade;

import io.tidemark.analysis.finding.Culprit;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.Kind;
import io.tidemark.analysis.finding.Severity;
import io.tidemark.analysis.finding.Verdict;
import io.tidemark.lab.score.program.Truth;
import io.tidemark.lab.score.run.Run;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What an answer is worth, compared with the truth. */
public final class Grade {
    private final Run run;
    private final Truth truth;
    private final Answer answer;
    private final List<Finding> serious;
    private final Optional<Finding> subject;

    public Grade(Run run, Truth truth, Answer answer) {
        this.run = run;
        this.truth = truth;
        this.answer = answer;
        this.serious = answer.diagnosis().findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .toList();
        this.subject = serious.stream().filter(this::isCause).findFirst().or(() -> serious.stream()
                .findFirst());
    }

    public Run run() {
        return run;
    }

    public Truth truth() {
        return truth;
    }

    public Answer answer() {
        return answer;
    }

    /** What the diagnosis says in a word. */
    public Verdict said() {
        return answer.diagnosis().verdict();
    }

    /** Findings that are not for information only, the worst first. */
    public List<Finding> serious() {
        return serious;
    }

    /** The finding that the marks are for: the first that names what is true, else the first. */
    public Optional<Finding> subject() {
        return subject;
    }

    private boolean isCause(Finding finding) {
        return truth.kind().isPresent()
                ? finding.kind() == truth.kind().get()
                : answer.code(finding).equals(truth.signature());
    }

    // ---- the class ----

    static boolean isAlarm(Verdict verdict) {
        return verdict == Verdict.LEAK || verdict == Verdict.PROBLEM || verdict == Verdict.WASTE;
    }

    /** The class. Where the truth allows it, undecided is as right. */
    public Mark verdict() {
        boolean isExcused = said() == Verdict.UNDECIDED && truth.isUndecidable(run.rate());
        return Mark.of(true, said() == truth.verdict() || isExcused);
    }

    /** Whether something is wrong and the diagnosis says so, whatever it calls it. Only what was found has a cause. */
    public boolean isFound() {
        return isAlarm(truth.verdict()) && isAlarm(said());
    }

    /** Whether nothing is wrong, and the diagnosis says that something is. */
    public boolean isFalseAlarm() {
        return !isAlarm(truth.verdict()) && isAlarm(said());
    }

    /** Whether something is wrong, and the diagnosis says that nothing is. */
    public boolean isMissed() {
        return isAlarm(truth.verdict()) && said() == Verdict.HEALTHY;
    }

    // ---- the cause ----

    /** The kind of the finding that matters, and no untrue one stands before it. */
    public Mark kind() {
        boolean isFirst = subject.filter(this::isCause).isPresent()
                && serious.stream().takeWhile(finding -> !isCause(finding)).allMatch(this::isTrue);
        return Mark.of(isFound() && truth.kind().isPresent(), isFirst);
    }

    public Mark signature() {
        return Mark.of(
                isFound() && !truth.signature().isEmpty(),
                subject.filter(finding -> answer.code(finding).equals(truth.signature()))
                        .isPresent());
    }

    /** The function of the finding that matters. */
    public Mark culprit() {
        return Mark.of(isCulpritAsked(), subject.stream().anyMatch(this::isCulpritRight));
    }

    /** The function of any finding. */
    public Mark culpritAnywhere() {
        return Mark.of(isCulpritAsked(), answer.diagnosis().findings().stream().anyMatch(this::isCulpritRight));
    }

    private boolean isCulpritAsked() {
        return isFound() && !truth.culprits().isEmpty() && !truth.isUnnamed(run.rate());
    }

    private boolean isCulpritRight(Finding finding) {
        return finding.culprit()
                .map(Culprit::function)
                .filter(truth.culprits()::contains)
                .isPresent();
    }

    /** Whether the advice has one of the words that a right one has. */
    public Mark fix() {
        String advice = subject.map(finding -> String.join("\n", finding.fix()))
                .orElse("")
                .toLowerCase(Locale.ROOT);
        return Mark.of(
                isFound() && !truth.fixWords().isEmpty(),
                truth.fixWords().stream().anyMatch(word -> advice.contains(word.toLowerCase(Locale.ROOT))));
    }

    // ---- what is said besides ----

    /** Whether the answer says why a healthy program looks bad. */
    public Mark explanation() {
        return Mark.of(
                truth.verdict() == Verdict.HEALTHY && truth.kind().isPresent(),
                truth.kind().filter(kinds()::contains).isPresent());
    }

    /** Whether all is said that is true besides. */
    public Mark also() {
        return Mark.of(isFound() && !truth.also().isEmpty(), kinds().containsAll(truth.also()));
    }

    private Set<Kind> kinds() {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        answer.diagnosis().findings().forEach(finding -> kinds.add(finding.kind()));
        return kinds;
    }

    /** Whether a finding names something that is true of the program. */
    boolean isTrue(Finding finding) {
        return isAlarm(truth.verdict()) && (isCause(finding) || truth.also().contains(finding.kind()));
    }

    /** By what share the rate of growth is wrong; empty where none is known, or where nothing was found. */
    public OptionalDouble slopeError() {
        return kind() == Mark.RIGHT && subject.isPresent()
                ? Slope.error(subject.get(), truth, run.load())
                : OptionalDouble.empty();
    }

    /** From the beginning of the observation to the answer, in seconds. */
    public double seconds() {
        return run.cost().seconds() + answer.judging().toNanos() / 1e9;
    }

    /** The parts that are wrong, such as {@code class, culprit}; none when all is right. */
    public List<String> wrong() {
        List<String> parts = new ArrayList<>();
        add(parts, "class", verdict());
        add(parts, "kind", kind());
        add(parts, "signature", signature());
        add(parts, "culprit", culprit());
        add(parts, "fix", fix());
        return parts;
    }

    private static void add(List<String> parts, String name, Mark mark) {
        if (mark == Mark.WRONG) {
            parts.add(name);
        }
    }
}
