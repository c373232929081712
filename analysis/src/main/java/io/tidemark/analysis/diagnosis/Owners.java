package io.tidemark.analysis.diagnosis;

import io.tidemark.analysis.growth.GoroutineGroup;
import io.tidemark.analysis.growth.GoroutineGrowth;
import io.tidemark.analysis.growth.HeapGrowth;
import io.tidemark.analysis.growth.StackGrowth;
import io.tidemark.analysis.owner.GoFunction;
import io.tidemark.analysis.owner.Origin;
import io.tidemark.analysis.owner.Owner;
import io.tidemark.analysis.owner.Program;
import io.tidemark.analysis.reading.Readings;
import io.tidemark.analysis.snapshot.HeldHeap;
import io.tidemark.model.code.Frame;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The functions of the program that are to blame for what was observed. */
final class Owners {
    private static final int DEEP = 64; // frames; profiles have at most 128
    private static final double KEPT = 0.9; // of what was allocated

    private final Program program;
    private final Readings readings;
    private final HeapGrowth heap;
    private final GoroutineGrowth goroutines;

    Owners(Program program, Readings readings, HeapGrowth heap, GoroutineGrowth goroutines) {
        this.program = program;
        this.readings = readings;
        this.heap = heap;
        this.goroutines = goroutines;
    }

    /** The owner of goroutines; where only the one is known that started them, what it called and that keeps memory. */
    Owner of(GoroutineGroup group) {
        Owner owner = program.owner(group.stack(), group.creator());
        return owner.basis() == Owner.Basis.PARENT && group.isGrowing()
                ? keeper(owner.toCulprit().function())
                        .map(keeper -> new Owner(keeper.frame(), Owner.Basis.PARENT, group.stack()))
                        .orElse(owner)
                : owner;
    }

    /**
     * The function of the program that keeps most of what it allocated meanwhile, as far as samples show it.
     *
     * @param below a function that calls it, directly or not; empty for any
     */
    Optional<Owner> keeper(String below) {
        return Stream.concat(heap.growing().stream(), heap.others().stream())
                .filter(stack -> stack.turnover().retention() >= KEPT)
                .filter(stack -> below.isEmpty()
                        || stack.stack().stream().anyMatch(frame -> GoFunction.parse(frame.function())
                                .identity()
                                .equals(below)))
                .map(stack -> Map.entry(of(stack), stack.turnover().kept()))
                .filter(entry -> entry.getKey().basis() == Owner.Basis.FRAME
                        && !entry.getKey().toCulprit().function().equals(below))
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    /** Who starts such goroutines, else their own function. */
    Owner starter(GoroutineGroup group) {
        Owner started = program.owner(List.of(), group.creator());
        return started.basis() == Owner.Basis.CREATOR
                ? new Owner(started.frame(), started.basis(), group.stack())
                : of(group);
    }

    /** Who calls one of these functions most. */
    Optional<Owner> caller(Set<String> functions) {
        return program.caller(functions::contains).map(frame -> new Owner(frame, Owner.Basis.SIBLING, List.of()));
    }

    /** The function of the program that holds most of what is alive. */
    Optional<Owner> holder() {
        Map<String, Owner> owners = new HashMap<>();
        Map<String, Double> held = new LinkedHashMap<>();
        readings.held().map(HeldHeap::of).stream()
                .flatMap(heap -> heap.stacks().stream())
                .forEach(stack -> {
                    Owner owner = program.owner(stack.stack());
                    if (owner.basis() == Owner.Basis.FRAME) {
                        owners.putIfAbsent(owner.frame().function(), owner);
                        held.merge(owner.frame().function(), stack.flat(), Double::sum);
                    }
                });
        return held.entrySet().stream().max(Map.Entry.comparingByValue()).map(entry -> owners.get(entry.getKey()));
    }

    /** The function of the deepest stack that is on it most often; empty where no stack is deep. */
    Optional<Owner> deepest() {
        return goroutines.groups().stream()
                .max(Comparator.comparingInt(group -> group.stack().size()))
                .filter(group -> group.stack().size() >= DEEP)
                .map(group -> new Owner(mostFrequent(group.stack()), Owner.Basis.FRAME, group.stack()));
    }

    private static Frame mostFrequent(List<Frame> stack) {
        Map<String, Long> counts = new HashMap<>();
        stack.forEach(frame -> counts.merge(frame.function(), 1L, Long::sum));
        return stack.stream()
                .max(Comparator.comparingLong(frame -> counts.getOrDefault(frame.function(), 0L)))
                .orElseThrow();
    }

    /** Whether a function is the program's own. */
    boolean isOfProgram(String function) {
        return program.origin(Frame.of(function, "", 0)) == Origin.OWN;
    }

    /** The owner of what a stack allocates. */
    Owner of(StackGrowth stack) {
        return program.owner(stack.stack());
    }
}
