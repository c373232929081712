package io.tidemark.lab.score.grade;

import io.tidemark.analysis.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Whether findings are as often right as they say. Those for information only don't count. */
final class Calibration {
    private static final List<String> LEVELS = List.of("very high", "high", "medium", "low");

    /** A finding that claims to be right with a probability. */
    private record Claim(String level, double probability, boolean isRight) {
        double squaredError() {
            double error = probability - (isRight ? 1 : 0);
            return error * error;
        }
    }

    private Calibration() {}

    static void addTo(List<Measure> rows) {
        for (String level : LEVELS) {
            rows.add(new Measure("confidence " + level + ", stated and right", grades -> level(claims(grades), level)));
        }
        rows.add(new Measure("confidence, Brier score", grades -> brier(claims(grades))));
    }

    private static List<Claim> claims(List<Grade> grades) {
        List<Claim> claims = new ArrayList<>();
        for (Grade grade : grades) {
            for (Finding finding : grade.serious()) {
                claims.add(new Claim(
                        finding.confidence().level(), finding.confidence().probability(), grade.isTrue(finding)));
            }
        }
        return claims;
    }

    private static Figure level(List<Claim> claims, String level) {
        List<Claim> those =
                claims.stream().filter(claim -> claim.level().equals(level)).toList();
        OptionalDouble stated = those.stream().mapToDouble(Claim::probability).average();
        Figure right = Figure.share(those.stream().filter(Claim::isRight).count(), those.size());
        return stated.isEmpty()
                ? right
                : new Figure(
                        String.format(Locale.ROOT, "%.0f %%: %s", 100 * stated.getAsDouble(), right.text()),
                        right.value());
    }

    private static Figure brier(List<Claim> claims) {
        return Figure.number(
                claims.stream().mapToDouble(Claim::squaredError).average().orElse(Double.NaN), "");
    }
}
