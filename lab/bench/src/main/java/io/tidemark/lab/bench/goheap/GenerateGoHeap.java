package io.tidemark.lab.bench.goheap;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes generated heap profiles to files.
 *
 * <pre>{@code
 * java -cp lab/bench/target/classes io.tidemark.lab.bench.goheap.GenerateGoHeap \
 *     samples=190000 seed=7 graphseed=1 functions=0 drift=0.1 labels=false files=1 out=heap.pb.gz
 * }</pre>
 *
 * <p>With {@code files=100 out=heap-%03d.pb.gz} it writes a hundred, whose seeds count up. All but {@code out} may be
 * left out; the values above are the defaults, but for {@code samples} (25000) and {@code drift} (0).
 */
public final class GenerateGoHeap {
    private GenerateGoHeap() {}

    public static void main(String[] args) throws IOException {
        Map<String, String> given = new HashMap<>();
        for (String arg : args) {
            int equals = arg.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException(arg + " (expected name=value)");
            }
            given.put(arg.substring(0, equals), arg.substring(equals + 1));
        }
        long seed = number(given, "seed", 7);
        GoHeapOptions options = GoHeapOptions.of((int) number(given, "samples", 25000))
                .withGraph(number(given, "graphseed", 1), (int) number(given, "functions", 0))
                .withDrift(Double.parseDouble(take(given, "drift", "0")))
                .withLabels(Boolean.parseBoolean(take(given, "labels", "false")));
        long files = number(given, "files", 1);
        String out = take(given, "out", "");
        if (!given.isEmpty() || out.isEmpty()) {
            throw new IllegalArgumentException(given.keySet() + " unknown, out=" + out);
        }
        for (int i = 0; i < files; i++) {
            try (OutputStream target = Files.newOutputStream(Path.of(files == 1 ? out : String.format(out, i)))) {
                GoHeapProfile.write(options.withSeed(seed + i), target);
            }
        }
    }

    private static long number(Map<String, String> given, String name, long otherwise) {
        return Long.parseLong(take(given, name, Long.toString(otherwise)));
    }

    private static String take(Map<String, String> given, String name, String otherwise) {
        String value = given.remove(name);
        return value == null ? otherwise : value;
    }
}
