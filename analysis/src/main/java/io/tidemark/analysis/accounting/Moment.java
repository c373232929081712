package io.tidemark.analysis.accounting;

import io.tidemark.analysis.memstats.MemStats;
import io.tidemark.analysis.reading.ProcessSnapshot;
import io.tidemark.analysis.reading.Readings;
import io.tidemark.analysis.reading.Timed;
import io.tidemark.analysis.signal.Series;
import io.tidemark.analysis.signal.Signal;
import io.tidemark.model.cgroup.CgroupMemory;
import io.tidemark.model.proc.OtherProcess;
import io.tidemark.model.proc.ProcessStatus;
import io.tidemark.model.proc.SmapsRollup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * All numbers of one round.
 *
 * @param others the other processes of the container, as they were seen last
 * @param memStats empty when the runtime said nothing
 */
record Moment(
        double second,
        Optional<CgroupMemory> cgroup,
        Optional<ProcessStatus> status,
        Optional<SmapsRollup> rollup,
        Optional<List<OtherProcess>> others,
        MemStats memStats,
        Readings readings) {

    /** The rounds in which everything was seen that was seen at all; if there is none, the last of everything. */
    static List<Moment> of(Readings readings) {
        TreeSet<Integer> rounds = new TreeSet<>();
        readings.cgroups().forEach(timed -> rounds.add(timed.round()));
        readings.processes().forEach(timed -> rounds.add(timed.round()));
        readings.memStats().forEach(timed -> rounds.add(timed.round()));
        List<Moment> complete = new ArrayList<>();
        for (int round : rounds) {
            boolean isComplete = has(readings.cgroups(), round)
                    && has(readings.processes(), round)
                    && has(readings.memStats(), round);
            if (isComplete) {
                complete.add(of(readings, round));
            }
        }
        if (complete.isEmpty() && !rounds.isEmpty()) {
            complete.add(of(readings, rounds.last()));
        }
        return complete;
    }

    private static <T> boolean has(List<Timed<T>> all, int round) {
        return all.isEmpty() || all.stream().anyMatch(timed -> timed.round() == round);
    }

    private static Moment of(Readings readings, int round) {
        Optional<Timed<MemStats>> memStats = latest(readings.memStats(), round);
        Optional<Timed<ProcessSnapshot>> process = latest(readings.processes(), round);
        Optional<Timed<CgroupMemory>> cgroup = latest(readings.cgroups(), round);
        double second = memStats.map(Timed::second)
                .or(() -> process.map(Timed::second))
                .or(() -> cgroup.map(Timed::second))
                .orElse(0.0);
        return new Moment(
                second,
                cgroup.map(Timed::value),
                process.flatMap(timed -> timed.value().status()),
                latestOf(readings.processes(), round, ProcessSnapshot::rollup),
                latestOf(readings.processes(), round, ProcessSnapshot::others),
                memStats.map(Timed::value).orElse(MemStats.EMPTY),
                readings);
    }

    /** What there was in a round, or most recently before it. */
    private static <T> Optional<Timed<T>> latest(List<Timed<T>> all, int round) {
        return all.stream().filter(timed -> timed.round() <= round).reduce((earlier, later) -> later);
    }

    private static <T> Optional<T> latestOf(
            List<Timed<ProcessSnapshot>> all, int round, Function<ProcessSnapshot, Optional<T>> part) {
        return all.stream()
                .filter(timed -> timed.round() <= round)
                .flatMap(timed -> part.apply(timed.value()).stream())
                .reduce((earlier, later) -> later);
    }

    /** The value of a signal that is nearest in time. */
    OptionalDouble signal(Signal signal) {
        Series series = readings.signals().series(signal);
        int nearest = -1;
        for (int i = 0; i < series.size(); i++) {
            if (nearest < 0 || Math.abs(series.second(i) - second) <= Math.abs(series.second(nearest) - second)) {
                nearest = i;
            }
        }
        return nearest < 0 ? OptionalDouble.empty() : OptionalDouble.of(series.value(nearest));
    }

    /** The resident memory of the process, by {@code /proc} or by its own metrics. */
    OptionalDouble rss() {
        if (status.isPresent()) {
            return status.get().resident().total().isPresent()
                    ? OptionalDouble.of((double) status.get().resident().total().getAsLong())
                    : OptionalDouble.empty();
        }
        return signal(Signal.RSS);
    }

    /** The resident anonymous memory of the process. */
    OptionalDouble anon() {
        if (status.isPresent() && status.get().resident().anon().isPresent()) {
            return OptionalDouble.of((double) status.get().resident().anon().getAsLong());
        }
        return rollup.isPresent() && rollup.get().anon().isPresent()
                ? OptionalDouble.of((double) rollup.get().anon().getAsLong())
                : OptionalDouble.empty();
    }

    /** The anonymous memory of the other processes. */
    double othersAnon() {
        return others.orElse(List.of()).stream().mapToDouble(OtherProcess::anon).sum();
    }

    /** All that is charged to the container. Where nobody counts that, as in the root, it is what cAdvisor takes for it. */
    OptionalDouble usage() {
        if (cgroup.isEmpty()) {
            return OptionalDouble.empty();
        }
        CgroupMemory memory = cgroup.get();
        if (memory.usage().isPresent()) {
            return OptionalDouble.of((double) memory.usage().getAsLong());
        }
        return memory.pages().anon().isPresent() && memory.pages().file().isPresent()
                ? OptionalDouble.of((double) memory.pages().anon().getAsLong()
                        + memory.pages().file().getAsLong())
                : OptionalDouble.empty();
    }
}
