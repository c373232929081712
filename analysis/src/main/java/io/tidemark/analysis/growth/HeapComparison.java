package io.tidemark.analysis.growth;

import io.tidemark.analysis.signal.Series;
import io.tidemark.analysis.snapshot.HeapSnapshot;
import io.tidemark.analysis.statistics.Binomial;
import io.tidemark.analysis.statistics.FalseDiscovery;
import io.tidemark.analysis.statistics.Normal;
import io.tidemark.model.code.Frame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The comparison behind {@link HeapGrowth}: of at least two snapshots. */
final class HeapComparison {
    private static final double FALSE_DISCOVERIES = 0.05;
    private static final double FEWEST = 5; // samples: with fewer no test can be significant, so there is none
    private static final double LESS = 0.02; // the share of steady leaks that look as if they came to an end
    private static final double TAIL = 0.2;
    private static final double MANY = 30; // samples, from which on their number is about normal
    private static final double LARGE = 4 << 20; // bytes
    private static final double WELL_KNOWN = 0.1;
    private static final double FORM = 100; // samples, from which on the form of a series is more than chance
    private static final double MOST_BYTES = 0.9;
    private static final int MOST_OTHERS = 50;
    private static final int MOST_ALLOCATORS = 20;

    private final double[] seconds;
    private final HeapColumns columns;
    private final boolean isRestarted;
    private final int last;
    private final int middle;
    private final Turnovers[] turnovers;
    private final double[] p;
    private final double[] q;
    private int tests;

    HeapComparison(List<HeapSnapshot> snapshots, boolean isRestarted) {
        this.seconds = snapshots.stream().mapToDouble(HeapSnapshot::second).toArray();
        this.columns = new HeapColumns(snapshots);
        this.isRestarted = isRestarted;
        this.last = snapshots.size() - 1;
        this.middle = middle();
        this.turnovers = new Turnovers[columns.stackCount()];
        this.p = new double[turnovers.length];
        this.q = new double[turnovers.length];
        Arrays.setAll(turnovers, stack -> Turnovers.of(columns, stack, 0, last));
        test();
    }

    private int middle() {
        double half = (seconds[0] + seconds[last]) / 2;
        int nearest = 0;
        for (int i = 0; i < seconds.length; i++) {
            nearest = Math.abs(seconds[i] - half) < Math.abs(seconds[nearest] - half) ? i : nearest;
        }
        return nearest;
    }

    /**
     * Tests each stack: under no growth a sample of either snapshot is as likely to be new as to be gone. Stacks with too
     * few samples to be significant at all are no tests, and don't make the others weaker (Tarone 1990).
     */
    private void test() {
        int[] tested = new int[turnovers.length];
        for (int stack = 0; stack < turnovers.length; stack++) {
            Turnovers turnover = turnovers[stack];
            p[stack] = turnover.moved <= 0 ? 1 : Binomial.atLeast(turnover.stayed(), turnover.moved, 0.5);
            q[stack] = 1;
            if (turnover.moved >= FEWEST) {
                tested[tests++] = stack;
            }
        }
        double[] values = new double[tests];
        Arrays.setAll(values, i -> p[tested[i]]);
        double[] adjusted = FalseDiscovery.adjust(values);
        for (int i = 0; i < tests; i++) {
            q[tested[i]] = adjusted[i];
        }
    }

    HeapGrowth result() {
        int[] byGrowth = order(stack -> turnovers[stack].kept);
        List<Integer> growing = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        Trend.Decision[] decisions = new Trend.Decision[turnovers.length];
        double grown = 0;
        for (int stack : byGrowth) {
            if (turnovers[stack].kept > 0 && (q[stack] < FALSE_DISCOVERIES || others.size() < MOST_OTHERS)) {
                decisions[stack] = decision(stack);
                boolean isGrowing = decisions[stack] == Trend.Decision.GROWING;
                grown += isGrowing ? turnovers[stack].kept : 0;
                (isGrowing ? growing : others).add(stack);
            }
        }
        List<Integer> allocators = new ArrayList<>();
        int[] byAllocation = order(stack -> turnovers[stack].allocated);
        for (int i = 0; i < Math.min(MOST_ALLOCATORS, byAllocation.length); i++) {
            int stack = byAllocation[i];
            if (turnovers[stack].allocated > 0) {
                decisions[stack] = decisions[stack] == null ? decision(stack) : decisions[stack];
                allocators.add(stack);
            }
        }
        return new HeapGrowth(
                described(growing, decisions, grown, this::grown),
                described(others.subList(0, Math.min(MOST_OTHERS, others.size())), decisions, grown, this::grown),
                described(allocators, decisions, grown, this::allocated),
                total(),
                new HeapGrowth.Window(length(), last + 1, isRestarted),
                floor());
    }

    private int[] order(IntToDoubleFunction value) {
        return IntStream.range(0, turnovers.length)
                .filter(stack -> value.applyAsDouble(stack) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(stack -> -value.applyAsDouble(stack)))
                .mapToInt(stack -> stack)
                .toArray();
    }

    private Trend.Decision decision(int stack) {
        Turnovers turnover = turnovers[stack];
        if (q[stack] >= FALSE_DISCOVERIES && isMeasured(turnover)) {
            return Trend.of(series(stack), new Floor(LARGE, 0.05, error(turnover)))
                    .decision();
        }
        if (q[stack] >= FALSE_DISCOVERIES) {
            boolean isBusy = turnover.moved >= 2 * FEWEST && turnover.net < Math.sqrt(turnover.moved);
            return isBusy ? Trend.Decision.FLAT : Trend.Decision.UNDECIDED;
        }
        if (isEnding(stack)) {
            return Trend.Decision.SATURATING;
        }
        boolean isRetained = turnover.kept >= 0.5 * turnover.allocated;
        // Caches that fill are discoveries, too, and let more pass of what only comes and goes: that has to be surer.
        if (!isRetained && p[stack] * tests >= FALSE_DISCOVERIES) {
            return Trend.Decision.UNDECIDED;
        }
        if (isRetained && turnover.moved < FORM) {
            return Trend.Decision.GROWING;
        }
        Trend trend = Trend.of(series(stack), new Floor(columns.period(), 0.05, error(turnover)));
        return switch (trend.decision()) {
            case SATURATING, STEP -> Trend.Decision.SATURATING;
            case GROWING -> Trend.Decision.GROWING;
            // What stays is growth, whatever the form. What comes and goes may have been many just then.
            default -> isRetained ? Trend.Decision.GROWING : Trend.Decision.UNDECIDED;
        };
    }

    /**
     * Whether bytes are known well though samples are few: a slice that grows is one object, ever larger, and each of them
     * is sampled.
     */
    private static boolean isMeasured(Turnovers turnover) {
        return turnover.kept >= LARGE && Math.sqrt(turnover.variance) < WELL_KNOWN * turnover.kept;
    }

    /** The error of one value of the series: of a value of the size of the growth. */
    private static double error(Turnovers turnover) {
        return Math.max(1, Math.sqrt(turnover.variance / Math.max(1, turnover.moved)));
    }

    /** Whether the second half grows less than the first, by more than chance has it. */
    private boolean isEnding(int stack) {
        if (middle == 0 || middle == last) {
            return false;
        }
        Turnovers head = Turnovers.of(columns, stack, 0, middle);
        Turnovers tail = Turnovers.of(columns, stack, middle, last);
        double tailLength = seconds[last] - seconds[middle];
        double part = tailLength / length();
        boolean isLess;
        if (head.moved + tail.moved < MANY) {
            // The samples that stayed are as likely in one second as in any other when it grows evenly.
            isLess = Binomial.atMost(tail.stayed(), head.stayed() + tail.stayed(), part) < LESS;
        } else {
            double headLength = length() - tailLength;
            double difference = tail.net / tailLength - head.net / headLength;
            double variance = tail.moved / (tailLength * tailLength) + head.moved / (headLength * headLength);
            isLess = Normal.atLeast(-difference / Math.sqrt(variance)) < LESS;
        }
        return isLess || tail.net < TAIL * part * turnovers[stack].net;
    }

    private Series series(int stack) {
        double[] bytes = new double[seconds.length];
        for (int snapshot = 0; snapshot < bytes.length; snapshot++) {
            for (int row = columns.firstRow(stack); row >= 0; row = columns.nextRow(row)) {
                bytes[snapshot] += (double) columns.inUse(snapshot, row) * columns.objectSize(row);
            }
        }
        return Series.of(seconds, bytes);
    }

    /** Describes stacks, with their sizes in the order of what each of them makes of a row. */
    private List<StackGrowth> described(
            List<Integer> stacks, Trend.Decision[] decisions, double grown, IntToDoubleFunction bytes) {
        Map<Integer, List<Frame>> frames = columns.frames(new HashSet<>(stacks));
        List<StackGrowth> described = new ArrayList<>(stacks.size());
        for (int stack : stacks) {
            Turnovers t = turnovers[stack];
            described.add(new StackGrowth(
                    frames.getOrDefault(stack, List.of()),
                    decisions[stack],
                    rate(t),
                    new StackGrowth.Turnover(t.came, t.went, t.allocated, t.kept, p[stack]),
                    q[stack],
                    grown <= 0 || t.kept <= 0 ? 0 : Math.min(1, t.kept / grown),
                    sizes(stack, bytes),
                    series(stack)));
        }
        return described;
    }

    private double grown(int row) {
        return columns.objectSize(row) * (double) (columns.inUse(last, row) - columns.inUse(0, row));
    }

    private double allocated(int row) {
        return columns.objectSize(row) * (double) (columns.allocated(last, row) - columns.allocated(0, row));
    }

    private List<Long> sizes(int stack, IntToDoubleFunction bytes) {
        List<Integer> rows = new ArrayList<>();
        for (int row = columns.firstRow(stack); row >= 0; row = columns.nextRow(row)) {
            rows.add(row);
        }
        rows.sort(Comparator.comparingDouble(row -> -bytes.applyAsDouble(row)));
        double most = 0;
        for (int row : rows) {
            most += Math.max(0, bytes.applyAsDouble(row));
        }
        List<Long> sizes = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < rows.size() && (i == 0 || sum < MOST_BYTES * most); i++) {
            sizes.add(columns.objectSize(rows.get(i)));
            sum += Math.max(0, bytes.applyAsDouble(rows.get(i)));
        }
        return sizes;
    }

    private double length() {
        return seconds[last] - seconds[0];
    }

    private StackGrowth.Growth rate(Turnovers t) {
        double minutes = length() / 60;
        return new StackGrowth.Growth(t.kept / minutes, Math.sqrt(t.variance) / minutes, t.keptObjects / minutes);
    }

    private StackGrowth.Growth total() {
        Turnovers sum = new Turnovers();
        for (Turnovers t : turnovers) {
            sum.kept += t.kept;
            sum.variance += t.variance;
            sum.keptObjects += t.keptObjects;
        }
        return rate(sum);
    }

    /** So many samples that a stack keeps all of are significant among as many tests. */
    private double floor() {
        double samples = Math.ceil(Math.log(Math.max(1, tests) / FALSE_DISCOVERIES) / Math.log(2));
        return Math.max(FEWEST, samples) * columns.period() / (length() / 60);
    }
}
