package io.tidemark.analysis.signature;

import java.util.ArrayList;
import java.util.List;

/** A {@link Rule}, made ready to be asked often. */
final class ReadyRule {
    private final Rule rule;
    private final Looks looks;
    private final List<Looks> companions = new ArrayList<>();

    ReadyRule(Rule rule) {
        this.rule = rule;
        this.looks = new Looks(rule.shape());
        rule.with().forEach(companion -> companions.add(new Looks(companion.shape())));
    }

    Rule rule() {
        return rule;
    }

    String says() {
        return rule.says();
    }

    /** Whether it is about suspects of this sort at all. */
    boolean isAbout(Suspect suspect) {
        return rule.shape().what().isEmpty() || rule.shape().what().contains(suspect.what());
    }

    /** Whether the suspect looks so; what surrounds it is not asked. */
    Truth looks(Suspect suspect) {
        return looks.matches(suspect);
    }

    /** Whether all of the rule holds. */
    Truth holds(Suspect suspect, Facts facts) {
        Truth truth = looks.matches(suspect);
        return truth == Truth.NO ? truth : truth.and(surroundings(suspect, facts));
    }

    /** Whether everything but the look of the suspect holds. */
    Truth surroundings(Suspect suspect, Facts facts) {
        Truth truth = Truth.YES;
        for (SignalCondition condition : rule.signals()) {
            truth = truth.and(condition.holds(facts));
        }
        for (int i = 0; i < companions.size() && truth != Truth.NO; i++) {
            truth = truth.and(rule.with().get(i).holds(companions.get(i), suspect, facts));
        }
        return truth;
    }

    /** Whether the program's Go is one of those that the rule is about. */
    Truth version(Facts facts) {
        return rule.go().map(versions -> versions.contains(facts.goVersion())).orElse(Truth.YES);
    }

    /** How much it says when it holds of a suspect. */
    double weight(Suspect suspect) {
        return looks.weight(suspect)
                + rule.signals().size()
                + 2 * companions.size()
                + (rule.go().isPresent() ? 0.5 : 0);
    }
}
