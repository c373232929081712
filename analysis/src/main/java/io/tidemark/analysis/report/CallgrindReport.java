package io.tidemark.analysis.report;

import io.tidemark.analysis.graph.Edge;
import io.tidemark.analysis.graph.Graph;
import io.tidemark.analysis.graph.Node;
import io.tidemark.analysis.graph.NodeInfo;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The graph in the format of Callgrind, for KCachegrind. Names are given once and then referred to by number, addresses are
 * relative where that is shorter.
 *
 * @see <a href="https://valgrind.org/docs/manual/cl-format.html">Callgrind format specification</a>
 */
final class CallgrindReport {
    private final Report report;
    private final TextOutput out;
    private final Map<String, Integer> objects = new HashMap<>();
    private final Map<String, Integer> files = new HashMap<>();
    private final Map<String, Integer> names = new HashMap<>();
    private @Nullable NodeInfo previous;

    private CallgrindReport(Report report, TextOutput out) {
        this.report = report;
        this.out = out;
    }

    static void write(Report source, TextOutput out) throws IOException {
        Report all = source.withOptions(source.options().withTrim(ReportOptions.Trim.NONE));
        TrimmedGraph trimmed = TrimmedGraph.of(all, TrimmedGraph.Purpose.COSTS);
        Report report = trimmed.inSuitableUnit(all, TrimmedGraph.Purpose.COSTS);
        new CallgrindReport(report, out).write(trimmed.graph());
    }

    private void write(Graph graph) throws IOException {
        Map<Node, String> unique = uniqueNames(graph);
        out.line("positions: instr line");
        ReportOptions options = report.options();
        out.line("events: " + options.value().name() + "(" + options.scale().unit() + ")");
        for (Node node : graph.nodes()) {
            NodeInfo info = node.info();
            if (previous == null
                    || !info.objfile().equals(previous.objfile())
                    || !info.file().equals(previous.file())
                    || !info.name().equals(previous.name())) {
                out.newLine();
                out.line("ob=" + reference(objects, info.objfile()));
                out.line("fl=" + reference(files, info.file()));
                out.line("fn=" + reference(names, info.name()));
            }
            out.line(address(info.address()) + " " + info.line() + " " + report.scale(node.flat()));
            for (Edge edge : node.out()) {
                NodeInfo callee = edge.target().info();
                out.line("cfl=" + reference(files, callee.file()));
                out.line("cfn=" + reference(names, unique.getOrDefault(edge.target(), "")));
                out.line("calls=0 " + address(callee.address()) + " " + callee.line());
                out.line("* * " + report.scale(edge.weight()));
            }
            previous = info;
        }
    }

    /** Callgrind takes equal names in equal files for one function; others get a number: {@code main [2/3]}. */
    private static Map<Node, String> uniqueNames(Graph graph) {
        Map<List<String>, Map<Object, Integer>> functions = new HashMap<>();
        for (Node node : graph.nodes()) {
            Map<Object, Integer> alike = functions.computeIfAbsent(key(node), unused -> new HashMap<>());
            alike.putIfAbsent(node.function(), alike.size() + 1);
        }
        Map<Node, String> unique = new HashMap<>();
        for (Node node : graph.nodes()) {
            Map<Object, Integer> alike = functions.getOrDefault(key(node), Map.of());
            String suffix = alike.size() > 1 ? " [" + alike.get(node.function()) + "/" + alike.size() + "]" : "";
            unique.put(node, node.info().name() + suffix);
        }
        return unique;
    }

    private static List<String> key(Node node) {
        return List.of(node.info().file(), node.info().name());
    }

    private static String reference(Map<String, Integer> known, String name) {
        if (name.isEmpty()) {
            return "";
        }
        Integer number = known.putIfAbsent(name, known.size() + 1);
        return number != null ? "(" + number + ")" : "(" + known.size() + ") " + name;
    }

    private String address(long address) {
        String absolute = "0x" + Long.toHexString(address);
        if (previous == null) {
            return absolute;
        }
        long difference = address - previous.address();
        if (difference == 0) {
            return "*";
        }
        String relative = difference > 0 ? "+" + difference : Long.toString(difference);
        return relative.length() < absolute.length() ? relative : absolute;
    }
}
