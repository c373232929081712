package io.tidemark.analysis.listing;

import io.tidemark.analysis.graph.SlashPath;
import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.analysis.report.ReportOptions;
import io.tidemark.analysis.report.TextOutput;
import io.tidemark.analysis.source.SourceFiles;
import io.tidemark.analysis.source.SourceReader;
import io.tidemark.model.code.Frame;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lists the source of the functions that match, each line with the instructions that it became; {@code weblist} in pprof.
 * The profile must not have been aggregated.
 */
public final class WebListing {
    private final Report report;
    private final Interest interest;
    private final CodeTable code;
    private final SourceReader sources;

    private WebListing(Report report, Interest interest, CodeTable code, SourceReader sources) {
        this.report = report;
        this.interest = interest;
        this.code = code;
        this.sources = sources;
    }

    /** Writes the listing as a page of HTML that needs nothing else; the output is not flushed. */
    public static void write(Report report, SourceFiles files, BinaryFiles binaries, TextOutput out)
            throws IOException, ReportException {
        CodePage.write(report, of(report, files, binaries), out);
    }

    /** The listing. */
    public static CodeListing of(Report report, SourceFiles files, BinaryFiles binaries) throws ReportException {
        ReportOptions.Symbol symbol = report.options().symbol();
        AddressCosts costs = new AddressCosts(report.profile(), report.options().value());
        Interest interest = new Interest(report.profile(), costs, symbol);
        if (interest.isEmpty()) {
            throw new ReportException("no matches found for regexp: " + (symbol == null ? "" : symbol.text()));
        }
        CodeTable code = CodeReader.read(report, costs, interest, binaries);
        return new WebListing(
                        report,
                        interest,
                        code,
                        new SourceReader(files, report.options().paths()))
                .listing();
    }

    private CodeListing listing() {
        List<CodeListing.Function> functions = new ArrayList<>();
        code.files().forEach((name, file) -> {
            for (LineRange range : LineRange.split(file, code, interest)) {
                if (range.cum() != 0) {
                    functions.add(function(name, file, range));
                }
            }
        });
        return new CodeListing(report.format(report.total()), functions);
    }

    private CodeListing.Function function(String name, CodeTable.SourceFile file, LineRange range) {
        List<CodeListing.Line> lines = new ArrayList<>();
        for (long number = range.begin(); number < range.end(); number++) {
            List<CodeTable.Use> uses = file.lines().getOrDefault(number, List.of());
            Optional<String> source = sources.line(name, number);
            if (source.isPresent() || !uses.isEmpty()) {
                String unknown = number == 0 ? "<instructions with unknown line numbers>" : "???";
                lines.add(line(number, source.orElse(unknown), uses));
            }
        }
        return new CodeListing.Function(
                range.function(), name, cost(range.flat(), range.cum(), "0"), report.percentage(range.cum()), lines);
    }

    private CodeListing.Line line(long number, String text, List<CodeTable.Use> uses) {
        long flat = 0;
        long cum = 0;
        boolean hasCode = false;
        for (CodeTable.Use use : uses) {
            CodeTable.Code instruction = code.at(use.address());
            flat += instruction.flat();
            cum += instruction.cum();
            hasCode |= !instruction.text().isEmpty() || !use.calls().isEmpty();
        }
        List<CodeListing.Instruction> instructions = hasCode ? instructions(uses) : List.of();
        return new CodeListing.Line(number, text, cost(flat, cum, "."), !uses.isEmpty(), instructions);
    }

    private List<CodeListing.Instruction> instructions(List<CodeTable.Use> uses) {
        List<CodeListing.Instruction> instructions = new ArrayList<>();
        List<Frame> last = List.of();
        long next = 0; // the address after the last instruction
        for (CodeTable.Use use : uses) {
            CodeTable.Code instruction = code.at(use.address());
            Frame innermost = instruction.frame();
            instructions.add(new CodeListing.Instruction(
                    use.address() != next && !instructions.isEmpty(),
                    calls(use.calls(), last),
                    use.calls().size(),
                    instruction.address(),
                    instruction.text(),
                    cost(instruction.flat(), instruction.cum(), "."),
                    innermost.file().isEmpty() ? "" : place(innermost)));
            next = use.address() + instruction.length();
            last = use.calls();
        }
        return instructions;
    }

    /** The calls from the first on that differs from the calls before. */
    private List<CodeListing.Call> calls(List<Frame> calls, List<Frame> before) {
        int same = 0;
        while (same < calls.size() && same < before.size() && isSame(calls.get(same), before.get(same))) {
            same++;
        }
        List<CodeListing.Call> shown = new ArrayList<>();
        for (int depth = same; depth < calls.size(); depth++) {
            Frame call = calls.get(depth);
            String text = sources.line(call.file(), call.line()).orElse("").strip();
            shown.add(new CodeListing.Call(depth, text, place(call)));
        }
        return shown;
    }

    private static boolean isSame(Frame a, Frame b) {
        return a.file().equals(b.file()) && a.line() == b.line();
    }

    private static String place(Frame frame) {
        return SlashPath.base(frame.file()) + ":" + frame.line();
    }

    private CodeListing.Cost cost(long flat, long cum, String zero) {
        return new CodeListing.Cost(flat == 0 ? zero : report.format(flat), cum == 0 ? zero : report.format(cum));
    }
}
