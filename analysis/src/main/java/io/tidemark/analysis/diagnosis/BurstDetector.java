package io.tidemark.analysis.diagnosis;

import io.tidemark.analysis.answer.Quantity;
import io.tidemark.analysis.finding.Confidence;
import io.tidemark.analysis.finding.Culprit;
import io.tidemark.analysis.finding.Evidence;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.Kind;
import io.tidemark.analysis.finding.Rate;
import io.tidemark.analysis.finding.Severity;
import io.tidemark.analysis.growth.GoroutineGroup;
import io.tidemark.analysis.owner.Owner;
import io.tidemark.analysis.signal.Signal;
import io.tidemark.analysis.signature.Placeholder;
import io.tidemark.analysis.signature.Signature;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Goroutines that the program starts in crowds, and that all end: no leak, but nothing bounds how many there are at once.
 * Those that a server starts for each connection or request are not the program's.
 */
final class BurstDetector implements Detector {
    private static final double CROWD = 500;
    private static final double TIMES = 5; // the least number of them, or more

    @Override
    public List<Finding> findings(Inquiry inquiry) {
        return inquiry.goroutines().groups().stream()
                .filter(BurstDetector::isBurst)
                .filter(group -> isOfProgram(inquiry, group))
                .max(Comparator.comparingDouble(BurstDetector::peak))
                .map(group -> finding(inquiry, group))
                .stream()
                .toList();
    }

    private static boolean isBurst(GoroutineGroup group) {
        double least = Arrays.stream(group.counts().values()).min().orElse(0);
        return !group.isGrowing() && peak(group) >= CROWD && peak(group) >= TIMES * Math.max(1, least);
    }

    private static double peak(GoroutineGroup group) {
        return Arrays.stream(group.counts().values()).max().orElse(0);
    }

    private static boolean isOfProgram(Inquiry inquiry, GoroutineGroup group) {
        return inquiry.owners().isOfProgram(group.entry());
    }

    private static Finding finding(Inquiry inquiry, GoroutineGroup group) {
        Owner owner = inquiry.owners().starter(group);
        double peak = peak(group);
        Optional<Signature> signature = inquiry.match(Inquiry.suspect(group)).map(match -> match.signature());
        Words words = new Words()
                .with(owner)
                .with(Placeholder.CREATOR, Culprit.shortened(owner.frame().function()))
                .with(Placeholder.COUNT, Quantity.count(peak))
                .with(Placeholder.STATE, group.state());
        double least = Arrays.stream(group.counts().values()).min().orElse(0);
        return new Finding(
                Kind.LOAD_DRIVEN,
                Severity.WARNING,
                Confidence.prior().plus(3).plusIf(signature.isPresent(), 1, "a known defect that looks like this"),
                signature
                        .map(known -> words.fill(known.words().title()))
                        .orElse("goroutines are started in crowds, without a limit"),
                signature
                        .map(known -> words.fill(known.words().cause()))
                        .orElse(owner.toCulprit().named()
                                + " starts as many goroutines as there is work; all of them end."),
                Optional.of(owner.toCulprit()),
                signature.map(Signature::id).orElse(""),
                Rate.NONE,
                List.of(
                        new Evidence(
                                "between " + Quantity.count(least) + " and " + Quantity.count(peak)
                                        + " goroutines at once in "
                                        + Quantity.time(group.counts().length()),
                                peak,
                                "count",
                                "goroutine profile"),
                        Measured.of(Signal.STACKS, inquiry.signals().series(Signal.STACKS))),
                signature
                        .map(known ->
                                known.words().fix().stream().map(words::fill).toList())
                        .orElse(List.of("bound the work in progress, such as with errgroup.Group.SetLimit")));
    }
}
