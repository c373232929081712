package io.tidemark.analysis.accounting;

import io.tidemark.analysis.finding.AccountingLine;
import io.tidemark.analysis.reading.Readings;
import io.tidemark.analysis.statistics.TheilSen;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Every byte accounted for, from the number that a monitor shows.
 *
 * <pre>
 * 0  container memory as Kubernetes shows it (usage - inactive file)
 * 1    active page cache, tmpfs, kernel, sockets
 * 1    anonymous memory of all processes
 * 2      the process
 * 3        heap alive, garbage, room between objects, freed, stacks, the runtime itself
 * 3        reserved and never touched, outside of Go's runtime
 * 2      other processes
 * 1    unexplained
 * </pre>
 *
 * <p>Without a container of its own it begins with the resident memory of the process, and without a process with what Go's runtime
 * got from the system. Lines of one depth add up to the line above them, since what the numbers leave is a line {@code
 * unexplained}.
 */
public final class Accounting {
    private static final double AT_ONCE = 2; // seconds within which rounds show the same, and the most coherent counts
    private static final double LEAST_LENGTH = 4; // seconds
    private static final int MOST_MOMENTS = 200;

    private final List<AccountingLine> lines;
    private final Optional<MonitorFormula> formula;
    private final Optional<MonitorFit> fit;
    private final double unexplained;
    private final Map<MonitorFormula, Double> values;

    private Accounting(
            List<AccountingLine> lines,
            Optional<MonitorFormula> formula,
            Optional<MonitorFit> fit,
            double unexplained,
            Map<MonitorFormula, Double> values) {
        this.lines = List.copyOf(lines);
        this.formula = formula;
        this.fit = fit;
        this.unexplained = unexplained;
        this.values = values;
    }

    /** The account of what most monitors show: the working set of the container, else the best that there is. */
    public static Accounting of(Readings readings) {
        return of(readings, OptionalDouble.empty());
    }

    /**
     * The account of what a monitor showed.
     *
     * @param monitor a number of bytes that decides which formula it uses; when none fits it is the usual one
     */
    public static Accounting of(Readings readings, OptionalDouble monitor) {
        List<Moment> moments = Moment.of(readings);
        if (moments.isEmpty()) {
            return new Accounting(List.of(), Optional.empty(), Optional.empty(), 0, Map.of());
        }
        Moment last = moments.get(moments.size() - 1);
        Optional<MonitorFit> fit = monitor.isPresent() ? MonitorFit.of(last, monitor.getAsDouble()) : Optional.empty();
        Optional<MonitorFormula> formula =
                fit.filter(MonitorFit::isFit).map(MonitorFit::formula).or(() -> usual(last));
        if (formula.isEmpty()) {
            return new Accounting(List.of(), formula, fit, 0, Map.of());
        }
        List<Parts> all =
                moments.stream().map(moment -> parts(moment, formula.get())).toList();
        Parts shown = mostCoherent(moments, all);
        double total = Math.max(1, shown.total().orElse(0));
        return new Accounting(lines(moments, all, shown), formula, fit, shown.unexplained() / total, values(last));
    }

    private static Map<MonitorFormula, Double> values(Moment moment) {
        Map<MonitorFormula, Double> values = new EnumMap<>(MonitorFormula.class);
        for (MonitorFormula formula : MonitorFormula.values()) {
            formula.value(moment).ifPresent(value -> values.put(formula, value));
        }
        return Collections.unmodifiableMap(values);
    }

    /** The first that is known. A control group that is shared with strangers says little about this program, and is last. */
    private static Optional<MonitorFormula> usual(Moment moment) {
        boolean isShared = !moment.readings().isContained();
        return Stream.of(MonitorFormula.values())
                .filter(formula -> formula.value(moment).isPresent())
                .min(Comparator.comparing((MonitorFormula formula) -> isShared && formula.isOfGroup()));
    }

    private static Parts parts(Moment moment, MonitorFormula formula) {
        Parts parts = new Parts();
        double total = formula.value(moment).orElse(0);
        parts.add(0, formula.meaning(), formula.formula(), total, formula.formula());
        switch (formula) {
            case WORKING_SET, USAGE, USAGE_WITHOUT_CACHE, ANON, ANON_AND_MAPPED ->
                moment.cgroup().ifPresent(memory -> new ContainerParts(moment, memory, parts).add(formula, total));
            case PROCESS_RSS -> new ProcessParts(moment, parts).addResident(1, total);
            case SUM_OF_RSS, SUM_OF_PSS -> {
                double others = moment.othersAnon();
                if (formula == MonitorFormula.SUM_OF_RSS) {
                    parts.add(1, "the process", total - others, "VmRSS");
                    new ProcessParts(moment, parts).addResident(2, total - others);
                } else {
                    parts.add(1, "the process", total - others, "Pss");
                    new ProcessParts(moment, parts).addProportional(2, total - others);
                }
                parts.add(1, "other processes, their anonymous memory", others, "RssAnon");
            }
            case RUNTIME_SYS -> new ProcessParts(moment, parts).addSys(1, total);
        }
        return parts;
    }

    /** Of the last moments the one that leaves least unexplained: its numbers were read nearest to each other. */
    private static Parts mostCoherent(List<Moment> moments, List<Parts> all) {
        int last = moments.size() - 1;
        int best = last;
        for (int i = last; i >= 0 && moments.get(last).second() - moments.get(i).second() <= AT_ONCE; i--) {
            if (all.get(i).unexplained() < all.get(best).unexplained()) {
                best = i;
            }
        }
        return all.get(best);
    }

    private static List<AccountingLine> lines(List<Moment> moments, List<Parts> all, Parts shown) {
        int step = (moments.size() + MOST_MOMENTS - 1) / MOST_MOMENTS;
        Map<String, List<double[]>> series = new HashMap<>();
        for (int i = 0; i < moments.size(); i += step) {
            for (Parts.Part part : all.get(i).all()) {
                series.computeIfAbsent(part.depth() + part.name(), key -> new ArrayList<>())
                        .add(new double[] {moments.get(i).second(), part.bytes()});
            }
        }
        List<AccountingLine> lines = new ArrayList<>();
        for (Parts.Part part : shown.all()) {
            double slope = slope(series.getOrDefault(part.depth() + part.name(), List.of()));
            lines.add(new AccountingLine(part.line(), part.bytes(), slope * 60, part.source(), part.depth()));
        }
        return lines;
    }

    private static double slope(List<double[]> points) {
        double[] seconds = points.stream().mapToDouble(point -> point[0]).toArray();
        double[] values = points.stream().mapToDouble(point -> point[1]).toArray();
        if (seconds.length < 2 || seconds[seconds.length - 1] - seconds[0] < LEAST_LENGTH) {
            return 0;
        }
        return TheilSen.of(seconds, values).slope();
    }

    /** The lines, the monitor's first; none when nothing was seen that has a size. */
    public List<AccountingLine> lines() {
        return lines;
    }

    /** What each formula gives whose numbers are known, in bytes at the end. */
    public Map<MonitorFormula, Double> values() {
        return values;
    }

    /** What the first line is. */
    public Optional<MonitorFormula> formula() {
        return formula;
    }

    /** How well the formula fits, when there was a number to fit. */
    public Optional<MonitorFit> fit() {
        return fit;
    }

    /** The share of the first line that no other line explains, of all depths and without signs. */
    public double unexplained() {
        return unexplained;
    }
}
