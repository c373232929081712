package io.tidemark.analysis.comparison;

import java.util.List;
import java.util.Optional;

/**
 * What a change did to a program.
 *
 * @param ruling the answer, and why
 * @param throughput what both had to do, when both counted it
 * @param findings those that need most attention first
 * @param moves the numbers that both sides have
 * @param heap functions of the program whose live heap changed, the largest change first; at most 10
 * @param goroutines likewise, by the number of goroutines
 * @param cautions what makes the two hard to compare, in sentences
 */
public record Comparison(
        Side before,
        Side after,
        Ruling ruling,
        Optional<Throughput> throughput,
        List<FindingPair> findings,
        List<Move> moves,
        List<OwnerChange> heap,
        List<OwnerChange> goroutines,
        List<String> cautions) {
    public Comparison {
        findings = List.copyOf(findings);
        moves = List.copyOf(moves);
        heap = List.copyOf(heap);
        goroutines = List.copyOf(goroutines);
        cautions = List.copyOf(cautions);
    }

    /**
     * Compares two sides.
     *
     * @throws IllegalArgumentException when they have nothing in common; the message is a sentence
     */
    public static Comparison of(Side before, Side after) {
        Optional<Throughput> throughput = Throughput.of(before, after);
        List<FindingPair> findings = new Tracing(before, after, throughput).pairs();
        List<Move> moves = new Moves(before, after, throughput).all();
        Owners owners = new Owners(before, after);
        if (findings.isEmpty() && moves.isEmpty() && !owners.areKnown()) {
            throw new IllegalArgumentException(
                    before.name() + " and " + after.name() + " have nothing in common that could"
                            + " be compared (expected bundles, or profiles of the heap or of goroutines)");
        }
        return new Comparison(
                before,
                after,
                Ruling.of(before, after, findings),
                throughput,
                findings,
                moves,
                owners.ofHeap(),
                owners.ofGoroutines(),
                Cautions.of(before, after, throughput));
    }

    /** The numbers of a judgement. */
    public List<Move> moves(Judgement judgement) {
        return moves.stream().filter(move -> move.judgement() == judgement).toList();
    }

    /** Those of some changes that are more than chance; of single profiles all, for there is nothing else to see. */
    List<OwnerChange> clearest(List<OwnerChange> changes) {
        return ruling.outcome() == Outcome.LEVELS
                ? changes
                : changes.stream().filter(OwnerChange::isClear).toList();
    }

    /** Whether something leaks, may leak, or became worse by more than noise: a check of a build fails then. */
    public boolean isWorse() {
        return !ruling.outcome().isGood()
                || !moves(Judgement.WORSE).isEmpty()
                || findings.stream().anyMatch(Tracing::isWorse);
    }
}
