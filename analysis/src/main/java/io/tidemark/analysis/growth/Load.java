package io.tidemark.analysis.growth;

import io.tidemark.analysis.signal.Series;
import io.tidemark.analysis.signal.Signal;
import io.tidemark.analysis.signal.Signals;
import io.tidemark.analysis.statistics.LeastSquares;
import io.tidemark.analysis.statistics.StudentT;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whether memory follows load: a program with more to do at once needs more, and gives it back.
 *
 * @param measure what stands for load
 * @param answer what it says
 * @param correlation of memory and load when the time is taken out of both, from -1 to 1
 * @param explained the share of the changes of memory that load explains, from 0 to 1
 * @param variation how much load varied: its range over its mean
 * @param each the memory for one of what is measured
 * @param rest what memory does when its part that follows load is taken away
 */
public record Load(
        Measure measure,
        Answer answer,
        double correlation,
        double explained,
        double variation,
        double each,
        Trend rest) {
    /**
     * A measure of load.
     *
     * @param name to go on after "the", such as {@code requests being served}
     * @param series its values, which go up and down
     */
    public record Measure(String name, Series series) {}

    /** What load says about memory. */
    public enum Answer {
        /** Memory follows it, and nothing else grows. */
        DRIVEN,
        /** It explains a part, and the rest grows. */
        PARTLY,
        /** Both rise steadily: what would tell them apart has not happened. */
        UNDECIDED,
        /** Memory does not follow it, or it did not vary. */
        NOT_DRIVEN
    }

    private static final int POINTS = 6;
    private static final double VARIATION = 0.3;
    private static final double EXPLAINED = 0.5;
    private static final double SIGNIFICANT = 0.01;
    private static final double COLLINEAR = 0.95;

    public boolean isDriving() {
        return answer == Answer.DRIVEN;
    }

    /** The measure that explains memory best; empty when there is none that is long enough. */
    public static Optional<Load> of(Series memory, List<Measure> measures, Floor floor) {
        Optional<Load> best = Optional.empty();
        for (Measure measure : measures) {
            if (memory.size() >= POINTS && measure.series().size() >= POINTS && memory.length() > 0) {
                Load load = of(memory, measure, floor);
                if (best.isEmpty() || load.isBetter(best.get())) {
                    best = Optional.of(load);
                }
            }
        }
        return best;
    }

    private boolean isBetter(Load other) {
        int order = answer.compareTo(other.answer);
        return order == 0 ? Math.abs(correlation) > Math.abs(other.correlation) : order < 0;
    }

    private static Load of(Series memory, Measure measure, Floor floor) {
        double[] seconds = memory.seconds();
        double[] y = memory.values();
        double[] load = Joins.at(measure.series(), seconds);
        double mean = Arrays.stream(load).average().orElse(0);
        double range =
                Arrays.stream(load).max().orElse(0) - Arrays.stream(load).min().orElse(0);
        double variation = mean <= 0 ? 0 : range / mean;
        double correlation = LeastSquares.partialCorrelation(y, load, seconds);
        LeastSquares both = LeastSquares.of(y, load, seconds);
        LeastSquares alone = LeastSquares.of(y, load);
        // Where time explains nothing more, the slope of load alone is the better estimate.
        boolean isTimeUseful = Math.abs(both.coefficient(2)) > 2 * both.error(2);
        double each = isTimeUseful ? both.coefficient(1) : alone.coefficient(1);
        double[] rest = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            rest[i] = y[i] - each * (load[i] - mean);
        }
        Trend trend = Trend.of(Series.of(seconds, rest), floor);
        double freedom = y.length - 3.0;
        double t = correlation * Math.sqrt(freedom / Math.max(1e-12, 1 - correlation * correlation));
        boolean follows = each > 0 && variation >= VARIATION && StudentT.atLeast(t, freedom) < SIGNIFICANT;
        boolean isCollinear = variation >= VARIATION && LeastSquares.correlation(load, seconds) > COLLINEAR;
        Answer answer;
        if (isCollinear && LeastSquares.correlation(load, y) > COLLINEAR) {
            answer = Answer.UNDECIDED;
        } else if (!follows) {
            answer = Answer.NOT_DRIVEN;
        } else {
            boolean isAll = !trend.isGrowing() && alone.explained() >= EXPLAINED;
            answer = isAll ? Answer.DRIVEN : Answer.PARTLY;
        }
        return new Load(measure, answer, correlation, alone.explained(), variation, each, trend);
    }

    /** What signals and goroutines have to say about load. */
    public static List<Measure> measures(Signals signals, GoroutineGrowth goroutines) {
        List<Measure> measures = new ArrayList<>();
        add(measures, "requests being served", signals.series(Signal.IN_FLIGHT));
        add(measures, "requests a second", rate(signals.series(Signal.REQUESTS)));
        add(measures, "inbound connections", signals.series(Signal.INBOUND));
        add(measures, "connections", signals.series(Signal.CONNECTIONS));
        add(measures, "goroutines that serve requests", serving(goroutines));
        add(measures, "bytes allocated a second", rate(signals.series(Signal.ALLOCATED)));
        return measures;
    }

    private static void add(List<Measure> measures, String name, Series series) {
        if (series.size() >= POINTS) {
            measures.add(new Measure(name, series));
        }
    }

    /** How fast a counter rises, in a second, each value for the time since the one before; resets are left out. */
    static Series rate(Series counter) {
        int n = 0;
        double[] seconds = new double[counter.size()];
        double[] rates = new double[counter.size()];
        for (int i = 1; i < counter.size(); i++) {
            double length = counter.second(i) - counter.second(i - 1);
            double change = counter.value(i) - counter.value(i - 1);
            if (length > 0 && change >= 0) {
                seconds[n] = counter.second(i);
                rates[n++] = change / length;
            }
        }
        return Series.of(Arrays.copyOf(seconds, n), Arrays.copyOf(rates, n));
    }

    /** The goroutines that are in a handler of HTTP or gRPC. */
    private static Series serving(GoroutineGrowth goroutines) {
        double[] counts = new double[goroutines.total().size()];
        boolean any = false;
        for (GoroutineGroup group : goroutines.groups()) {
            if (group.identity().stream().anyMatch(Load::isServing)) {
                any = true;
                for (int i = 0; i < counts.length; i++) {
                    counts[i] += group.counts().value(i);
                }
            }
        }
        return any ? Series.of(goroutines.total().seconds(), counts) : Series.EMPTY;
    }

    private static boolean isServing(String function) {
        return function.equals("net/http.serverHandler.ServeHTTP")
                || function.equals("google.golang.org/grpc.(*Server).handleStream");
    }
}
