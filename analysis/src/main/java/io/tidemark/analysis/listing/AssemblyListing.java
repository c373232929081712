package io.tidemark.analysis.listing;

import io.tidemark.analysis.graph.Node;
import io.tidemark.analysis.graph.NodeInfo;
import io.tidemark.analysis.graph.Tally;
import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.analysis.report.ReportOptions;
import io.tidemark.analysis.report.TextOutput;
import io.tidemark.model.code.Symbol;
import io.tidemark.model.profile.Mapping;
import io.tidemark.model.profile.Utf8;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Writes the instructions of the functions that match, with what each costs; {@code disasm} in pprof.
 *
 * <pre>
 * Total: 498ms
 * ROUTINE ======================== work
 *       60ms      304ms (flat, cum) 61.04% of Total
 *          .          .       1120: push   %rbx                             ;work lib.cc:3
 *       40ms      200ms       1121: call   1090
 * </pre>
 *
 * <p>Functions come in the order of their names. The profile must have been aggregated by addresses without inlined calls:
 * they share their address with the function around them, and would count twice.
 */
public final class AssemblyListing {
    private static final String ROUTINE = "ROUTINE ======================== ";
    private static final String ALSO = "    AKA ======================== ";
    private static final int SHORT = 40; // instructions that leave room for the place on their line

    private final Report report;
    private final Consumer<String> problems;
    private final Predicate<String> matches;
    private final OptionalLong address;
    private final List<Node> nodes;

    /** The samples of a symbol. */
    private record Routine(
            Symbol symbol, BinaryFiles.BinaryFile binary, List<AnnotatedInstruction.SampledAddress> samples) {
        static final Comparator<Routine> ORDER = Comparator.comparing((Routine r) -> r.symbol.name(), Utf8.ORDER)
                .thenComparing(r -> r.symbol.start(), Long::compareUnsigned);
    }

    private AssemblyListing(Report report, Consumer<String> problems) {
        ReportOptions.Symbol symbol = report.options().symbol();
        this.report = report;
        this.problems = problems;
        this.matches = symbol == null ? name -> true : symbol.matches();
        this.address = symbol == null ? OptionalLong.empty() : SymbolAddress.parse(symbol.text());
        this.nodes = ListedNodes.of(report, info -> true).stream()
                .sorted(Comparator.comparing((Node node) -> node.info().address(), Long::compareUnsigned)
                        .thenComparing(Node::info, NodeInfo.ORDER))
                .toList();
    }

    /**
     * Writes the listing; the output is not flushed. Nothing is written when it fails.
     *
     * @param problems is told, in a line each, which binaries can't be opened
     */
    public static void write(Report report, BinaryFiles binaries, Consumer<String> problems, TextOutput out)
            throws IOException, ReportException {
        List<ListedCode> functions = of(report, binaries, problems);
        out.line("Total: " + report.format(report.total()));
        for (ListedCode function : functions) {
            writeHead(report, function, out);
            writeInstructions(report, function.rows(), out);
        }
    }

    /**
     * The functions that match.
     *
     * @param problems is told, in a line each, which binaries can't be opened
     * @throws ReportException where none matches, or instructions can't be got
     */
    public static List<ListedCode> of(Report report, BinaryFiles binaries, Consumer<String> problems)
            throws ReportException {
        AssemblyListing listing = new AssemblyListing(report, problems);
        List<BinaryFiles.BinaryFile> opened = new ArrayList<>();
        try {
            List<ListedCode> functions = new ArrayList<>();
            for (Routine routine : listing.routines(binaries, opened)) {
                functions.add(listing.disassemble(routine));
            }
            return functions;
        } finally {
            opened.forEach(BinaryFiles.BinaryFile::close);
        }
    }

    private List<Routine> routines(BinaryFiles binaries, List<BinaryFiles.BinaryFile> opened) throws ReportException {
        Set<String> files = matchingFiles();
        List<Routine> routines = new ArrayList<>();
        boolean anySymbol = false;
        for (Mapping mapping : report.profile().mappings()) {
            if (!files.contains(mapping.file()) && !hasAddress(mapping)) {
                continue;
            }
            BinaryFiles.BinaryFile binary;
            try {
                binary = binaries.open(mapping);
            } catch (IOException e) {
                problems.accept(String.valueOf(e.getMessage()));
                continue;
            }
            opened.add(binary);
            List<Symbol> symbols = symbols(binary);
            anySymbol |= !symbols.isEmpty();
            routines.addAll(routines(binary, symbols, samples(mapping, binary)));
        }
        if (routines.isEmpty()) {
            throw new ReportException(because(anySymbol));
        }
        routines.sort(Routine.ORDER);
        return routines;
    }

    /** The binaries of nodes that match. */
    private Set<String> matchingFiles() {
        Set<String> files = new HashSet<>();
        for (Node node : nodes) {
            String file = node.info().objfile();
            if (!file.isEmpty() && !files.contains(file) && matches.test(node.name())) {
                files.add(file);
            }
        }
        return files;
    }

    private boolean hasAddress(Mapping mapping) {
        return address.isPresent()
                && Long.compareUnsigned(mapping.start(), address.getAsLong()) <= 0
                && Long.compareUnsigned(address.getAsLong(), mapping.limit()) <= 0;
    }

    private List<Symbol> symbols(BinaryFiles.BinaryFile binary) {
        try {
            return binary.symbols(matches, address.orElse(0));
        } catch (IOException e) {
            problems.accept(String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    /** The nodes in a mapping, in the order of their addresses. */
    private List<AnnotatedInstruction.SampledAddress> samples(Mapping mapping, BinaryFiles.BinaryFile binary) {
        MappedRange range = MappedRange.of(mapping);
        List<AnnotatedInstruction.SampledAddress> samples = new ArrayList<>();
        for (Node node : nodes) {
            long sampled = node.info().address();
            if (node.info().objfile().equals(mapping.file()) && range.has(sampled)) {
                try {
                    samples.add(new AnnotatedInstruction.SampledAddress(binary.toFileAddress(sampled), node));
                } catch (IOException e) {
                    problems.accept(String.valueOf(e.getMessage()));
                    return samples;
                }
            }
        }
        return samples;
    }

    private static List<Routine> routines(
            BinaryFiles.BinaryFile binary, List<Symbol> symbols, List<AnnotatedInstruction.SampledAddress> samples) {
        List<Routine> routines = new ArrayList<>();
        for (Symbol symbol : symbols) {
            // There may be half a million symbols, so not every one looks at every sample.
            int first = firstNotBefore(samples, symbol.start());
            int last = firstNotBefore(samples, symbol.end());
            List<AnnotatedInstruction.SampledAddress> inside = samples.subList(first, Math.max(first, last));
            if (!inside.isEmpty()) {
                routines.add(new Routine(symbol, binary, inside));
            }
        }
        return routines;
    }

    private static int firstNotBefore(List<AnnotatedInstruction.SampledAddress> samples, long address) {
        int low = 0;
        int high = samples.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (Long.compareUnsigned(samples.get(middle).address(), address) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private String because(boolean anySymbol) {
        if (address.isEmpty()) {
            ReportOptions.Symbol symbol = report.options().symbol();
            return "no matches found for regexp " + (symbol == null ? "" : symbol.text());
        }
        String hex = "0x" + Long.toHexString(address.getAsLong());
        return anySymbol
                ? "address " + hex
                        + " found in binary, but the corresponding symbols do not have samples in the profile"
                : "no matches found for address " + hex;
    }

    private ListedCode disassemble(Routine routine) throws ReportException {
        Symbol symbol = routine.symbol();
        List<AnnotatedInstruction> instructions;
        try {
            boolean intelSyntax = report.options().style().intelSyntax();
            instructions = AnnotatedInstruction.annotate(
                    routine.binary().disassemble(symbol.start(), symbol.end(), intelSyntax), routine.samples());
        } catch (IOException e) {
            throw new ReportException(String.valueOf(e.getMessage()));
        }
        Tally sum = new Tally();
        routine.samples().forEach(sample -> sum.add(sample.node().tally()));
        List<ListedCode.Row> rows = new ArrayList<>(instructions.size());
        for (AnnotatedInstruction annotated : instructions) {
            rows.add(new ListedCode.Row(
                    annotated.instruction().address(),
                    annotated.instruction().text(),
                    annotated.tally().flatValue(),
                    annotated.tally().cumValue(),
                    annotated.place()));
        }
        return new ListedCode(symbol.names(), sum.flat(), sum.cum(), rows);
    }

    private static void writeHead(Report report, ListedCode function, TextOutput out) throws IOException {
        out.line(ROUTINE + function.names().get(0));
        for (String name : function.names().subList(1, function.names().size())) {
            out.line(ALSO + name);
        }
        out.right(report.format(function.flat()), 10).text(" ");
        out.right(report.format(function.cum()), 10)
                .line(" (flat, cum) " + report.percentage(function.cum()) + " of Total");
    }

    /** The place stands behind the first instruction that comes from there, or on a line above it when that is long. */
    private static void writeInstructions(Report report, List<ListedCode.Row> rows, TextOutput out) throws IOException {
        ListedCode.Place last = ListedCode.Place.NOWHERE;
        for (ListedCode.Row row : rows) {
            String place = row.place().equals(last) ? "" : row.place().toString();
            last = row.place();
            boolean isShort = Utf8.encode(row.text()).length < SHORT;
            if (!place.isEmpty() && !isShort) {
                out.spaces(74).line(";" + place);
            }
            out.right(valueOrDot(report, row.flat()), 10).text(" ");
            out.right(valueOrDot(report, row.cum()), 10).text(" ");
            out.right(Long.toHexString(row.address()), 10).text(": ");
            if (!place.isEmpty() && isShort) {
                out.left(row.text(), SHORT).line(";" + place);
            } else {
                out.line(row.text());
            }
        }
    }

    private static String valueOrDot(Report report, long value) {
        return value == 0 ? "." : report.format(value);
    }
}
