package io.tidemark.analysis.signature;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the signatures that a suspect looks like.
 *
 * <p>A signature fits when one of its {@code match} rules holds. What was not seen is treated with care: a signal or group
 * that a rule asks for and that was not observed means that it does not fit; a state, creator, size or version that is
 * unknown is let pass, and worth less.
 */
public final class SignatureMatcher {
    private static final double SUPPORT = 1.5;
    private static final double CERTAIN = 10; // more than any general signature gets
    private static final double UNSEEN = 1; // what the look of a suspect is worth less when part of it is not known

    private static final Comparator<Match> ORDER = Comparator.comparing(Match::isExcluded)
            .thenComparing(Comparator.comparingDouble(Match::score).reversed())
            .thenComparing(match -> match.signature().id());

    private final List<Ready> signatures = new ArrayList<>();

    private record Ready(
            Signature signature, List<ReadyRule> match, List<ReadyRule> supports, List<ReadyRule> excludes) {
        static Ready of(Signature signature) {
            return new Ready(
                    signature, ready(signature.match()), ready(signature.supports()), ready(signature.excludes()));
        }

        private static List<ReadyRule> ready(List<Rule> rules) {
            return rules.stream().map(ReadyRule::new).toList();
        }
    }

    private SignatureMatcher(List<Signature> signatures) {
        signatures.forEach(signature -> this.signatures.add(Ready.of(signature)));
    }

    public static SignatureMatcher of(Catalogue catalogue) {
        return new SignatureMatcher(catalogue.signatures());
    }

    /** The signatures that fit, the best first: general ones after all others, and at the end those that a guard excludes. */
    public List<Match> match(Suspect suspect, Facts facts) {
        List<Match> matches = new ArrayList<>();
        for (Ready ready : signatures) {
            held(ready, suspect, facts).ifPresent(held -> matches.add(match(ready, held, suspect, facts)));
        }
        matches.sort(ORDER);
        return matches;
    }

    /** A rule that holds, and what that says. */
    private record Held(Rule rule, double weight) {}

    /** The strongest of the rules that hold. */
    private static Optional<Held> held(Ready ready, Suspect suspect, Facts facts) {
        Optional<Held> best = Optional.empty();
        double most = 0;
        for (ReadyRule rule : ready.match()) {
            double weight = weight(rule, suspect, facts);
            if (weight > most) {
                best = Optional.of(new Held(rule.rule(), weight));
                most = weight;
            }
        }
        return best;
    }

    /** What a rule says about a suspect; 0 when it does not hold. */
    private static double weight(ReadyRule rule, Suspect suspect, Facts facts) {
        Truth looks = rule.looks(suspect);
        if (looks == Truth.NO || rule.surroundings(suspect, facts) != Truth.YES) {
            return 0;
        }
        Truth version = rule.version(facts);
        if (version == Truth.NO) {
            return 0;
        }
        boolean isSeen = looks.and(version) == Truth.YES;
        return Math.max(0.5, rule.weight(suspect) - (isSeen ? 0 : UNSEEN));
    }

    private static Match match(Ready ready, Held held, Suspect suspect, Facts facts) {
        List<String> supported = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        List<String> excluded = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (ReadyRule rule : ready.supports()) {
            if (rule.isAbout(suspect)) {
                sort(rule.says(), holds(rule, suspect, facts), supported, missed, unknown);
            }
        }
        for (ReadyRule rule : ready.excludes()) {
            sort(rule.says(), holds(rule, suspect, facts), excluded, new ArrayList<>(), unknown);
        }
        double certain = ready.signature().isGeneral() ? 0 : CERTAIN;
        double score = certain + held.weight() + SUPPORT * (supported.size() - 0.5 * missed.size());
        return new Match(ready.signature(), held.rule(), score, supported, missed, excluded, unknown);
    }

    private static void sort(String says, Truth truth, List<String> yes, List<String> no, List<String> unknown) {
        switch (truth) {
            case YES -> yes.add(says);
            case NO -> no.add(says);
            case UNKNOWN -> unknown.add(says);
        }
    }

    private static Truth holds(ReadyRule rule, Suspect suspect, Facts facts) {
        return rule.holds(suspect, facts).and(rule.version(facts));
    }
}
