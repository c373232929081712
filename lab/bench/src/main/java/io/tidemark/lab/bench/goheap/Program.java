package io.tidemark.lab.bench.goheap;

import java.util.Arrays;

/**
 * A program that doesn't exist: its functions, where they lie, and whom each of them calls how often. Calls
 * lead onward to functions nearby, as through the layers of a program, and rather to the popular ones among
 * them: one function in 8 gets 15 % of the calls on top, and one in 64 another 5 %.
 */
final class Program {
    private static final String[] ENTRIES = {
        "runtime.main",
        "net/http.(*conn).serve",
        "google.golang.org/grpc.(*Server).serveStreams.func2.1",
        "golang.org/x/sync/errgroup.(*Group).Go.func1",
        "runtime.doInit1",
        "main.(*worker).run",
    };
    private static final double STANDARD_SHARE = 0.2;
    private static final int ENTRY_CALLS = 24;

    final long seed;
    final GoNames.Name[] names;
    final int[] startLines;
    final long[] addresses; // of each function, and the end of the last one
    private final int[][] callees;
    private final double[][] frequencies; // of the callees, added up to 1

    Program(long seed, int functions) {
        this.seed = seed;
        Dice dice = new Dice(seed);
        GoNames naming = new GoNames(dice);
        names = new GoNames.Name[functions];
        startLines = new int[functions];
        addresses = new long[functions + 1];
        callees = new int[functions][];
        frequencies = new double[functions][];
        long address = 0x401000;
        for (int f = 0; f < functions; f++) {
            GoNames.Name name = naming.next(dice.chance(STANDARD_SHARE));
            names[f] = f < ENTRIES.length ? new GoNames.Name(ENTRIES[f], name.file()) : name;
            startLines[f] = 12 + dice.below(1500);
            addresses[f] = address;
            address += 128 + 32L * dice.below(60);
        }
        addresses[functions] = address;
        for (int f = 0; f < functions; f++) {
            int calls = f < ENTRIES.length ? ENTRY_CALLS : 1 + dice.below(6);
            callees[f] = drawCallees(f, calls, dice);
            frequencies[f] = drawFrequencies(calls, dice);
        }
    }

    int size() {
        return names.length;
    }

    int entry(Dice dice) {
        return dice.below(ENTRIES.length);
    }

    /** Which of its calls a function makes next. */
    int call(int function, Dice dice) {
        double[] cumulative = frequencies[function];
        double at = dice.fraction();
        int call = 0;
        while (call < cumulative.length - 1 && at >= cumulative[call]) {
            call++;
        }
        return call;
    }

    int callee(int function, int call) {
        int[] all = callees[function];
        return all[call % all.length];
    }

    private int[] drawCallees(int caller, int calls, Dice dice) {
        int own = names.length - ENTRIES.length;
        int[] drawn = new int[calls];
        for (int c = 0; c < calls; c++) {
            int step = caller < ENTRIES.length ? dice.below(own) : 1 + (int) (Math.abs(dice.normal()) * own / 6);
            int position = (caller + step) % own;
            double popularity = dice.fraction();
            if (popularity < 0.05) {
                position -= position % 64;
            } else if (popularity < 0.2) {
                position -= position % 8;
            }
            drawn[c] = ENTRIES.length + position;
        }
        return drawn;
    }

    private static double[] drawFrequencies(int calls, Dice dice) {
        double[] cumulative = new double[calls];
        double total = 0;
        for (int c = 0; c < calls; c++) {
            total += dice.logNormal(1.4);
            cumulative[c] = total;
        }
        double sum = total;
        return Arrays.stream(cumulative).map(each -> each / sum).toArray();
    }
}
