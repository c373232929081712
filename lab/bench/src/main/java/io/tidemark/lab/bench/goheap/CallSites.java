package io.tidemark.lab.bench.goheap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The places in a program from which a call or an allocation is made, numbered from 0 as they are first
 * met. One in five has inlined callees.
 */
final class CallSites {
    /** One frame at a place: a function and the line in it. */
    record Line(int function, int line) {}

    /** A place: its number, its address, and its frames from the innermost inlined callee to the function itself. */
    record Site(int number, long address, List<Line> lines) {}

    private final Program program;
    private final Map<Long, Site> sites = new HashMap<>();

    CallSites(Program program) {
        this.program = program;
    }

    /**
     * The place of a function's call or allocation of this number. What it looks like depends on the program only,
     * so all profiles of a program agree on it.
     */
    Site at(int function, int call) {
        return sites.computeIfAbsent((long) function << 32 | call, place -> make(function, call, sites.size()));
    }

    private Site make(int function, int call, int number) {
        Dice dice = new Dice(program.seed * 31 + ((long) function << 32 | call));
        long length = program.addresses[function + 1] - program.addresses[function];
        long address = program.addresses[function] + 5 + Math.floorMod(dice.nextLong(), length - 5);
        double kind = dice.fraction();
        int inlined = kind < 0.05 ? 2 : kind < 0.2 ? 1 : 0;
        Line[] lines = new Line[inlined + 1];
        int caller = function;
        lines[inlined] = new Line(function, program.startLines[function] + 1 + dice.below(60));
        for (int i = inlined - 1; i >= 0; i--) {
            caller = program.callee(caller, call);
            lines[i] = new Line(caller, program.startLines[caller] + 1 + dice.below(12));
        }
        return new Site(number, address, List.of(lines));
    }
}
