package io.tidemark.analysis.diagnosis;

import io.tidemark.analysis.answer.Quantity;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.Kind;
import io.tidemark.analysis.finding.RuledOut;
import io.tidemark.analysis.growth.Trend;
import io.tidemark.analysis.signal.Series;
import io.tidemark.analysis.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What it is not, each with the number that says so. What was not seen is not ruled out. */
final class RulingOut {
    private RulingOut() {}

    private record Sort(Kind kind, Signal signal) {}

    private static final List<Sort> SORTS = List.of(
            new Sort(Kind.HEAP_GROWTH, Signal.LIVE_HEAP),
            new Sort(Kind.GOROUTINE_LEAK, Signal.GOROUTINES),
            new Sort(Kind.FD_LEAK, Signal.FDS),
            new Sort(Kind.THREAD_LEAK, Signal.THREADS),
            new Sort(Kind.OFF_HEAP_GROWTH, Signal.OFF_HEAP),
            new Sort(Kind.PAGE_CACHE, Signal.FILE));

    static List<RuledOut> of(Inquiry inquiry, List<Finding> findings) {
        Set<Kind> found = findings.stream().map(Finding::kind).collect(Collectors.toSet());
        List<RuledOut> ruledOut = new ArrayList<>();
        for (Sort sort : SORTS) {
            Trend trend = inquiry.decision(sort.signal());
            boolean isClear =
                    switch (trend.decision()) {
                        case FLAT, FALLING, SATURATING, STEP -> true;
                        case GROWING, UNDECIDED -> false;
                    };
            if (isClear && !found.contains(sort.kind())) {
                ruledOut.add(new RuledOut(
                        sort.kind(), because(sort.signal(), inquiry.signals().series(sort.signal()), trend)));
            }
        }
        Series gogc = inquiry.signals().series(Signal.GOGC);
        boolean isUsual = !gogc.isEmpty() && gogc.last() >= 20 && gogc.last() <= 200;
        if (isUsual && !found.contains(Kind.GC_MISCONFIGURATION)) {
            String cpu = inquiry.signals().has(Signal.GC_CPU)
                    ? ", " + Quantity.percent(inquiry.last(Signal.GC_CPU)) + " of the CPU"
                    : "";
            ruledOut.add(new RuledOut(Kind.GC_MISCONFIGURATION, "GOGC " + Quantity.count(gogc.last()) + cpu));
        }
        return ruledOut;
    }

    private static String because(Signal signal, Series series, Trend trend) {
        String first = Measured.value(signal, series.first());
        String last = Measured.value(signal, series.last());
        String words = first.equals(last) ? "steady at " + last : first + " to " + last;
        return switch (trend.decision()) {
            case SATURATING -> words + ", levelling off";
            case STEP -> words + " in one step";
            case FALLING -> words + ", falling";
            default -> words;
        };
    }
}
