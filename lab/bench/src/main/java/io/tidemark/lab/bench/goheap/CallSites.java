package io.tidemark.lab.bench.goheap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The places in a program from which a call or an allocation is made, numbered from 1 as they are first
 * met. One in five has inlined callees.
 */
final class CallSites {
    /** One frame at a place: a function and the line in it. */
    record Line(int function, int line) {}

    /** A place: its address, and its frames from the innermost inlined callee to the function itself. */
    record Site(int id, long address, List<Line> lines) {}

    private final Program program;
    private final Map<Long, Site> sites = new HashMap<>();

    CallSites(Program program) {
        this.program = program;
    }

    int size() {
        return sites.size();
    }

    /**
     * The place of a function's call or allocation of this number. What it looks like depends on the program only,
     * so all profiles of a program agree on it.
     */
    Site at(int function, int number) {
        return sites.computeIfAbsent((long) function << 32 | number, place -> make(function, number, sites.size() + 1));
    }

    private Site make(int function, int number, int id) {
        Dice dice = new Dice(program.seed * 31 + ((long) function << 32 | number));
        long length = program.addresses[function + 1] - program.addresses[function];
        long address = program.addresses[function] + 5 + Math.floorMod(dice.nextLong(), length - 5);
        double kind = dice.fraction();
        int inlined = kind < 0.05 ? 2 : kind < 0.2 ? 1 : 0;
        Line[] lines = new Line[inlined + 1];
        int caller = function;
        lines[inlined] = new Line(function, program.startLines[function] + 1 + dice.below(60));
        for (int i = inlined - 1; i >= 0; i--) {
            caller = program.callee(caller, number);
            lines[i] = new Line(caller, program.startLines[caller] + 1 + dice.below(12));
        }
        return new Site(id, address, List.of(lines));
    }
}
