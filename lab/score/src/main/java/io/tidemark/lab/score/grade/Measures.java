package io.tidemark.lab.score.grade;

import io.tidemark.analysis.finding.Diagnosis;
import io.tidemark.analysis.finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** The rows of the summary. The README of lab/score has their formulas. */
public final class Measures {
    private static final double CLOSED = 0.02;
    private static final List<Verdict> CLASSES = List.of(Verdict.LEAK, Verdict.PROBLEM, Verdict.WASTE, Verdict.HEALTHY);

    private Measures() {}

    /** All rows, in their order. */
    public static List<Measure> all() {
        List<Measure> rows = new ArrayList<>();
        rows.add(new Measure("runs", grades -> Figure.number(grades.size(), "")));
        rows.add(new Measure(
                "all right", share(grade -> true, grade -> grade.wrong().isEmpty())));
        classes(rows);
        causes(rows);
        costs(rows);
        Calibration.addTo(rows);
        return rows;
    }

    private static void classes(List<Measure> rows) {
        rows.add(mark("class right", Grade::verdict));
        for (Verdict verdict : CLASSES) {
            rows.add(new Measure(verdict.label() + ", precision", precision(verdict)));
            rows.add(new Measure(verdict.label() + ", recall", recall(verdict)));
        }
        rows.add(new Measure("mean of the classes, precision", grades -> mean(grades, Measures::precision)));
        rows.add(new Measure("mean of the classes, recall", grades -> mean(grades, Measures::recall)));
        Predicate<Grade> isWrong = grade -> Grade.isAlarm(grade.truth().verdict());
        Predicate<Grade> isAlarm = grade -> Grade.isAlarm(grade.said());
        rows.add(new Measure("any alarm, precision", share(isAlarm, isWrong)));
        rows.add(new Measure("any alarm, recall", share(isWrong, grade -> grade.isFound() || isExcused(grade))));
        rows.add(new Measure("false alarms of healthy programs", share(isWrong.negate(), Grade::isFalseAlarm)));
        rows.add(new Measure("called healthy though something is wrong", share(isWrong, Grade::isMissed)));
        rows.add(new Measure("undecided", share(grade -> true, grade -> grade.said() == Verdict.UNDECIDED)));
    }

    private static void causes(List<Measure> rows) {
        rows.add(mark("kind right, of what was found", Grade::kind));
        rows.add(mark("signature right, of what was found", Grade::signature));
        rows.add(mark("culprit right, of what was found", Grade::culprit));
        rows.add(mark("culprit right in any finding", Grade::culpritAnywhere));
        rows.add(mark("fix has a right word", Grade::fix));
        rows.add(mark("said what is true besides", Grade::also));
        rows.add(mark("explained why a healthy program looks bad", Grade::explanation));
        rows.add(new Measure("slope error, median", slope(0.5)));
        rows.add(new Measure("slope error, 90th percentile", slope(0.9)));
    }

    private static void costs(List<Measure> rows) {
        rows.add(number("time to the answer, median", 0.5, "s", Grade::seconds));
        rows.add(number("time to the answer, longest", 1, "s", Grade::seconds));
        rows.add(number("profiles, median", 0.5, "", grade -> observed(grade).captures()));
        rows.add(number(
                "forced collections, median", 0.5, "", grade -> observed(grade).forcedCollections()));
        rows.add(number("sent by the target, median", 0.5, "MB", Measures::megabytes));
        rows.add(number("sent by the target, most", 1, "MB", Measures::megabytes));
        rows.add(percentage("processor used more than before, median", 0.5, Measures::processorsMore));
        rows.add(percentage("processor used more than before, 90th percentile", 0.9, Measures::processorsMore));
        rows.add(percentage("memory unexplained, median", 0.5, Measures::unexplained));
        rows.add(percentage("memory unexplained, largest", 1, Measures::unexplained));
        rows.add(new Measure(
                "memory explained to within 2 %", share(grade -> true, grade -> unexplained(grade) <= CLOSED)));
    }

    private static Diagnosis.Observed observed(Grade grade) {
        return grade.answer().diagnosis().observed();
    }

    private static double processorsMore(Grade grade) {
        return grade.run().cost().processorsMore();
    }

    private static double unexplained(Grade grade) {
        return grade.answer().unexplained();
    }

    private static double megabytes(Grade grade) {
        return grade.answer().bytes() / 1e6;
    }

    private static boolean isExcused(Grade grade) {
        return grade.said() == Verdict.UNDECIDED && grade.verdict() == Mark.RIGHT;
    }

    // ---- kinds of rows ----

    private static Function<List<Grade>, Figure> share(Predicate<Grade> isAsked, Predicate<Grade> isSo) {
        return grades -> Figure.share(
                grades.stream().filter(isAsked).filter(isSo).count(),
                grades.stream().filter(isAsked).count());
    }

    private static Measure mark(String name, Function<Grade, Mark> mark) {
        return new Measure(
                name, share(grade -> mark.apply(grade) != Mark.NOT_ASKED, grade -> mark.apply(grade) == Mark.RIGHT));
    }

    private static Measure number(String name, double quantile, String unit, ToDoubleFunction<Grade> value) {
        return new Measure(
                name,
                grades -> Figure.number(Quantile.of(quantile, grades.stream().mapToDouble(value)), unit));
    }

    private static Measure percentage(String name, double quantile, ToDoubleFunction<Grade> value) {
        return new Measure(
                name,
                grades ->
                        Figure.percentage(Quantile.of(quantile, grades.stream().mapToDouble(value))));
    }

    private static Function<List<Grade>, Figure> slope(double quantile) {
        return grades -> Figure.percentage(
                Quantile.of(quantile, grades.stream().map(Grade::slopeError).flatMapToDouble(OptionalDouble::stream)));
    }

    private static Function<List<Grade>, Figure> precision(Verdict verdict) {
        return share(grade -> grade.said() == verdict, grade -> grade.truth().verdict() == verdict);
    }

    private static Function<List<Grade>, Figure> recall(Verdict verdict) {
        return share(grade -> grade.truth().verdict() == verdict, grade -> grade.verdict() == Mark.RIGHT);
    }

    /** The mean over the classes for which there is a number. */
    private static Figure mean(List<Grade> grades, Function<Verdict, Function<List<Grade>, Figure>> figure) {
        DoubleStream values = CLASSES.stream()
                .mapToDouble(verdict -> figure.apply(verdict).apply(grades).value())
                .filter(Double::isFinite);
        return Figure.percentage(values.average().orElse(Double.NaN));
    }
}
