package io.tidemark.analysis.answer;

import io.tidemark.analysis.finding.AccountingLine;
import io.tidemark.analysis.finding.Diagnosis;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.Severity;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which parts of the memory are the leak: those that it lives in, and that grow. */
final class LeakingParts implements Predicate<AccountingLine> {
    private static final double LEAST_SHARE = 0.1; // of what grows most

    private final Set<String> names;
    private final double least;

    private LeakingParts(Set<String> names, double least) {
        this.names = names;
        this.least = least;
    }

    static LeakingParts of(Diagnosis diagnosis) {
        Set<String> names = diagnosis.findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .flatMap(finding -> homes(finding).stream())
                .collect(Collectors.toSet());
        double most = diagnosis.accounting().stream()
                .filter(line -> isOneOf(line, names))
                .mapToDouble(AccountingLine::bytesPerMinute)
                .max()
                .orElse(0);
        return new LeakingParts(names, most * LEAST_SHARE);
    }

    @Override
    public boolean test(AccountingLine line) {
        return line.bytesPerMinute() > 0 && line.bytesPerMinute() >= least && isOneOf(line, names);
    }

    private static boolean isOneOf(AccountingLine line, Set<String> names) {
        return names.stream().anyMatch(line.line()::startsWith);
    }

    private static Set<String> homes(Finding finding) {
        return switch (finding.kind()) {
            case HEAP_GROWTH -> Set.of(AccountingLine.LIVE_HEAP);
            case GOROUTINE_LEAK, CONNECTION_LEAK -> Set.of(AccountingLine.LIVE_HEAP, AccountingLine.STACKS);
            case OFF_HEAP_GROWTH -> Set.of(AccountingLine.OUTSIDE);
            default -> Set.of();
        };
    }
}
