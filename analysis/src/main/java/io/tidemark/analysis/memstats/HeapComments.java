package io.tidemark.analysis.memstats;

import io.tidemark.model.profile.Limits;
import io.tidemark.model.text.LineReader;
import io.tidemark.model.text.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The comments at the end of Go's heap profile as text ({@code /debug/pprof/heap?debug=1}).
 *
 * <pre>
 * # runtime.MemStats
 * # Alloc = 184712
 * # HeapAlloc = 184712
 * # Stack = 294912 / 294912
 * # NumGC = 3
 * # GCCPUFraction = 0.0012
 * </pre>
 */
public final class HeapComments {
    private static final String START = "# runtime.MemStats";

    private HeapComments() {}

    /** Reads a profile to its end; empty when it has no such comments. A line that is no number is left out. */
    public static MemStats read(InputStream in, Limits limits) throws IOException {
        LineReader lines = new LineReader(in, limits, "heap profile");
        boolean isIn = false;
        Map<MemStat, Long> values = new EnumMap<>(MemStat.class);
        OptionalDouble gcCpu = OptionalDouble.empty();
        while (lines.next()) {
            String line = lines.line();
            isIn |= line.equals(START);
            int equals = line.indexOf(" = ");
            if (!isIn || equals < 0 || !line.startsWith("# ") || !lines.isTerminated()) {
                continue;
            }
            String name = line.substring(2, equals);
            String value = line.substring(equals + 3);
            if (name.equals("GCCPUFraction")) {
                gcCpu = fraction(value);
            } else {
                add(values, name, value);
            }
        }
        return values.isEmpty() ? MemStats.EMPTY : MemStats.of(values, List.of(), gcCpu);
    }

    /** Some lines have two numbers: what is in use, and what the runtime got for it. */
    private static void add(Map<MemStat, Long> values, String name, String value) {
        int slash = value.indexOf(" / ");
        if (slash >= 0) {
            add(values, name + "Inuse", value.substring(0, slash));
            add(values, name + "Sys", value.substring(slash + 3));
            return;
        }
        Optional<MemStat> stat = MemStat.ofField(name);
        OptionalLong number = Numbers.decimal(value);
        if (stat.isPresent() && number.isPresent()) {
            values.put(stat.get(), number.getAsLong());
        }
    }

    private static OptionalDouble fraction(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
