package io.tidemark.analysis.listing;

import io.tidemark.analysis.graph.Node;
import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.analysis.report.ReportOptions;
import io.tidemark.analysis.report.TextOutput;
import io.tidemark.analysis.source.SourceFiles;
import io.tidemark.analysis.source.SourceReader;
import io.tidemark.model.profile.Utf8;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Writes the source of the functions that match, line by line with what each costs; {@code list} in pprof.
 *
 * <pre>
 * Total: 3.50MB
 * ROUTINE ======================== app.fill in /src/app.py
 *    1.50MB     3.50MB (flat, cum)   100% of Total
 *         .          .     12:def fill(cache):
 *         .          .     13:    for key in keys():
 *    1.50MB     3.50MB     14:        cache[key] = bytes(1024)
 * </pre>
 *
 * <p>Functions come in the order of their names, the files of one in the order of theirs. The profile must have been
 * aggregated by lines.
 */
public final class SourceListing {
    /** How many lines stand before the first line with samples and after the last. */
    private static final int MARGIN = 5;

    private final SourceReader sources;

    private SourceListing(Report report, SourceFiles files) {
        this.sources = new SourceReader(files, report.options().paths());
    }

    /** Writes the listing; the output is not flushed. */
    public static void write(Report report, SourceFiles files, TextOutput out) throws IOException, ReportException {
        write(report, of(report, files), out);
    }

    /** Writes a listing that was made before; the output is not flushed. */
    public static void write(Report report, List<ListedSource> functions, TextOutput out) throws IOException {
        out.line("Total: " + report.format(report.total()));
        for (ListedSource function : functions) {
            write(report, function, out);
        }
    }

    private static void write(Report report, ListedSource listed, TextOutput out) throws IOException {
        if (listed.file().isEmpty()) {
            out.line(listed.problem());
            return;
        }
        out.line("ROUTINE ======================== " + listed.function() + " in " + listed.file());
        out.right(report.format(listed.flat()), 10).text(" ");
        out.right(report.format(listed.cum()), 10)
                .line(" (flat, cum) " + report.percentage(listed.cum()) + " of Total");
        if (!listed.problem().isEmpty()) {
            out.line(" Error: " + listed.problem());
        }
        for (ListedSource.Line line : listed.lines()) {
            out.right(valueOrDot(report, line.flat()), 10).text(" ");
            out.right(valueOrDot(report, line.cum()), 10).text(" ");
            out.right(Long.toString(line.number()), 6).text(":").line(line.text());
        }
    }

    private static String valueOrDot(Report report, long value) {
        return value == 0 ? "." : report.format(value);
    }

    /**
     * The functions that match.
     *
     * @throws ReportException where none does
     */
    public static List<ListedSource> of(Report report, SourceFiles files) throws ReportException {
        ReportOptions.Symbol symbol = report.options().symbol();
        Predicate<String> matches = symbol == null ? name -> true : symbol.matches();
        List<Node> nodes = ListedNodes.of(report, info -> matches.test(info.name()));
        if (nodes.isEmpty()) {
            throw new ReportException("no matches found for regexp: " + (symbol == null ? "" : symbol.text()));
        }
        return new SourceListing(report, files).list(nodes);
    }

    private List<ListedSource> list(List<Node> nodes) {
        SortedMap<String, List<Node>> functions = new TreeMap<>(Utf8.ORDER);
        for (Node node : nodes) {
            functions
                    .computeIfAbsent(node.info().name(), name -> new ArrayList<>())
                    .add(node);
        }
        List<ListedSource> listed = new ArrayList<>();
        for (Map.Entry<String, List<Node>> function : functions.entrySet()) {
            list(function.getKey(), function.getValue(), listed);
        }
        return listed;
    }

    private void list(String name, List<Node> nodes, List<ListedSource> listed) {
        SortedMap<String, List<Node>> files = new TreeMap<>(Utf8.ORDER);
        for (Node node : nodes) {
            if (!node.info().file().isEmpty()) {
                files.computeIfAbsent(node.info().file(), file -> new ArrayList<>())
                        .add(node);
            }
        }
        if (files.isEmpty()) {
            String problem = "No source information for " + name;
            listed.add(new ListedSource(name, "", flat(nodes), cum(nodes), List.of(), problem));
        }
        for (Map.Entry<String, List<Node>> file : files.entrySet()) {
            String path = file.getKey();
            List<Node> here = file.getValue();
            String problem = sources.error(path).orElse("");
            List<ListedSource.Line> lines = problem.isEmpty() ? lines(path, here) : List.of();
            listed.add(new ListedSource(name, path, flat(here), cum(here), lines, problem));
        }
    }

    private List<ListedSource.Line> lines(String file, List<Node> nodes) {
        long first = Long.MAX_VALUE;
        long last = 0;
        Map<Long, List<Node>> byLine = new HashMap<>();
        for (Node node : nodes) {
            long line = node.info().line();
            long start = node.info().startLine();
            first = Math.min(first, start != 0 ? start : line - MARGIN);
            last = Math.max(last, line + MARGIN);
            byLine.computeIfAbsent(line, key -> new ArrayList<>()).add(node);
        }
        List<ListedSource.Line> lines = new ArrayList<>();
        for (long number = Math.max(1, first); number <= last; number++) {
            Optional<String> line = sources.line(file, number);
            if (line.isEmpty()) {
                break;
            }
            List<Node> here = byLine.getOrDefault(number, List.of());
            lines.add(new ListedSource.Line(number, line.get(), flat(here), cum(here)));
        }
        return lines;
    }

    /** The sum over the nodes. It is not divided, also in a report of means. */
    private static long flat(List<Node> nodes) {
        return nodes.stream().mapToLong(node -> node.tally().flat()).sum();
    }

    private static long cum(List<Node> nodes) {
        return nodes.stream().mapToLong(node -> node.tally().cum()).sum();
    }
}
