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

    private final Report report;
    private final SourceReader sources;
    private final TextOutput out;

    private SourceListing(Report report, SourceFiles files, TextOutput out) {
        this.report = report;
        this.sources = new SourceReader(files, report.options().paths());
        this.out = out;
    }

    /** Writes the listing; the output is not flushed. */
    public static void write(Report report, SourceFiles files, TextOutput out) throws IOException, ReportException {
        ReportOptions.Symbol symbol = report.options().symbol();
        Predicate<String> matches = symbol == null ? name -> true : symbol.matches();
        List<Node> nodes = ListedNodes.of(report, info -> matches.test(info.name()));
        if (nodes.isEmpty()) {
            throw new ReportException("no matches found for regexp: " + (symbol == null ? "" : symbol.text()));
        }
        new SourceListing(report, files, out).write(nodes);
    }

    private void write(List<Node> nodes) throws IOException {
        SortedMap<String, List<Node>> functions = new TreeMap<>(Utf8.ORDER);
        for (Node node : nodes) {
            functions
                    .computeIfAbsent(node.info().name(), name -> new ArrayList<>())
                    .add(node);
        }
        out.line("Total: " + report.format(report.total()));
        for (Map.Entry<String, List<Node>> function : functions.entrySet()) {
            writeFunction(function.getKey(), function.getValue());
        }
    }

    private void writeFunction(String name, List<Node> nodes) throws IOException {
        SortedMap<String, List<Node>> files = new TreeMap<>(Utf8.ORDER);
        for (Node node : nodes) {
            if (!node.info().file().isEmpty()) {
                files.computeIfAbsent(node.info().file(), file -> new ArrayList<>())
                        .add(node);
            }
        }
        if (files.isEmpty()) {
            out.line("No source information for " + name);
        }
        for (Map.Entry<String, List<Node>> file : files.entrySet()) {
            writeFile(name, file.getKey(), file.getValue());
        }
    }

    private void writeFile(String function, String file, List<Node> nodes) throws IOException {
        long cum = cum(nodes);
        out.line("ROUTINE ======================== " + function + " in " + file);
        out.right(report.format(flat(nodes)), 10).text(" ");
        out.right(report.format(cum), 10).line(" (flat, cum) " + report.percentage(cum) + " of Total");
        Optional<String> error = sources.error(file);
        if (error.isPresent()) {
            out.line(" Error: " + error.get());
        } else {
            writeLines(file, nodes);
        }
    }

    private void writeLines(String file, List<Node> nodes) throws IOException {
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
        for (long number = Math.max(1, first); number <= last; number++) {
            Optional<String> line = sources.line(file, number);
            if (line.isEmpty()) {
                return;
            }
            List<Node> here = byLine.getOrDefault(number, List.of());
            out.right(valueOrDot(flat(here)), 10).text(" ");
            out.right(valueOrDot(cum(here)), 10).text(" ");
            out.right(Long.toString(number), 6).text(":").line(line.get());
        }
    }

    /** The sum over the nodes. It is not divided, also in a report of means. */
    private static long flat(List<Node> nodes) {
        return nodes.stream().mapToLong(node -> node.tally().flat()).sum();
    }

    private static long cum(List<Node> nodes) {
        return nodes.stream().mapToLong(node -> node.tally().cum()).sum();
    }

    private String valueOrDot(long value) {
        return value == 0 ? "." : report.format(value);
    }
}
