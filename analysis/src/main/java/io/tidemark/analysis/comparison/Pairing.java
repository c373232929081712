package io.tidemark.analysis.comparison;

import io.tidemark.analysis.finding.Culprit;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.owner.GoFunction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Finds the findings of two diagnoses that are the same: the surest likeness first, each finding once. Lines never matter,
 * for a change moves them; a function may have another name when the defect is a known one, or most of the stack is the
 * same.
 */
final class Pairing {
    private static final double ALIKE = 0.6; // of the functions on both stacks together

    private static final List<BiPredicate<Finding, Finding>> LIKENESSES = List.of(
            (a, b) -> isSameFunction(a, b) && isSameSignature(a, b) && a.kind() == b.kind(),
            (a, b) -> isSameFunction(a, b) && a.kind() == b.kind(),
            (a, b) -> isSameFunction(a, b)
                    && a.kind().isLeak()
                    && b.kind().isLeak(), // another kind of what it leaks was joined first
            (a, b) -> isSameSignature(a, b) && !a.signature().isEmpty(),
            (a, b) -> a.kind() == b.kind()
                    && isSameSignature(a, b)
                    && a.culprit().isEmpty()
                    && b.culprit().isEmpty(),
            (a, b) -> a.kind() == b.kind() && isSameStack(a, b));

    private Pairing() {}

    /**
     * Two findings, or one of the two.
     *
     * @param before empty when only the second was found
     * @param after empty when only the first was found
     */
    record Pair(Optional<Finding> before, Optional<Finding> after) {}

    /** All findings, those of the second list first and in its order. */
    static List<Pair> of(List<Finding> before, List<Finding> after) {
        List<Finding> left = new ArrayList<>(before);
        List<Optional<Finding>> partners = new ArrayList<>(Collections.nCopies(after.size(), Optional.empty()));
        for (BiPredicate<Finding, Finding> likeness : LIKENESSES) {
            for (int i = 0; i < after.size(); i++) {
                if (partners.get(i).isEmpty()) {
                    Finding finding = after.get(i);
                    partners.set(
                            i,
                            left.stream()
                                    .filter(known -> likeness.test(known, finding))
                                    .min(Comparator.comparingDouble(known -> distance(known, finding))));
                    partners.get(i).ifPresent(left::remove);
                }
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            pairs.add(new Pair(partners.get(i), Optional.of(after.get(i))));
        }
        left.forEach(finding -> pairs.add(new Pair(Optional.of(finding), Optional.empty())));
        return pairs;
    }

    /** How unlike the rates of two findings are: the closest are one, where a function has several. */
    private static double distance(Finding a, Finding b) {
        double counts = Math.abs(Math.log1p(Math.max(0, a.rate().countPerMinute()))
                - Math.log1p(Math.max(0, b.rate().countPerMinute())));
        double bytes = Math.abs(Math.log1p(Math.max(0, a.rate().bytesPerMinute()))
                - Math.log1p(Math.max(0, b.rate().bytesPerMinute())));
        return counts + bytes;
    }

    private static boolean isSameSignature(Finding a, Finding b) {
        return a.signature().equals(b.signature());
    }

    private static boolean isSameFunction(Finding a, Finding b) {
        String function = function(a);
        return !function.isEmpty() && function.equals(function(b));
    }

    private static String function(Finding finding) {
        return finding.culprit()
                .map(culprit -> GoFunction.parse(culprit.function()).identity())
                .orElse("");
    }

    private static boolean isSameStack(Finding a, Finding b) {
        Set<String> functions = functions(a);
        Set<String> others = functions(b);
        Set<String> both = new HashSet<>(functions);
        both.retainAll(others);
        functions.addAll(others);
        return !both.isEmpty() && both.size() >= ALIKE * functions.size();
    }

    /** The functions of a stack, those of the runtime apart, which are on all of them. */
    private static Set<String> functions(Finding finding) {
        Set<String> functions = new HashSet<>();
        for (String frame : finding.culprit().map(Culprit::stack).orElse(List.of())) {
            String name = GoFunction.parse(frame.split(" ", 2)[0]).identity();
            if (!name.startsWith("runtime.")) {
                functions.add(name);
            }
        }
        return functions;
    }
}
