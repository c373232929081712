package io.tidemark.cli.command;

import io.tidemark.analysis.diff.DiffReport;
import io.tidemark.analysis.diff.SnapshotReport;
import io.tidemark.analysis.flame.FlamePage;
import io.tidemark.analysis.flame.FoldedReport;
import io.tidemark.analysis.json.JsonListing;
import io.tidemark.analysis.json.JsonReport;
import io.tidemark.analysis.label.LabelSections;
import io.tidemark.analysis.label.LabelTable;
import io.tidemark.analysis.listing.AssemblyListing;
import io.tidemark.analysis.listing.ListedSource;
import io.tidemark.analysis.listing.SourceListing;
import io.tidemark.analysis.listing.WebListing;
import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.analysis.report.ReportKind;
import io.tidemark.analysis.report.TextOutput;
import io.tidemark.analysis.table.TypesTable;
import io.tidemark.analysis.view.Setting;
import io.tidemark.analysis.view.View;
import io.tidemark.cli.code.LocalCode;
import io.tidemark.model.profile.Header;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.speedscope.SpeedscopeWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a command reports. */
enum Content {
    COMMENTS(Breakdown.NONE),
    DISASM(Breakdown.SECTIONS),
    DOT(Breakdown.ROOTS),
    LIST(Breakdown.SECTIONS),
    TREE(Breakdown.SECTIONS),
    TEXT(Breakdown.COLUMNS),
    TRACES(Breakdown.SECTIONS),
    RAW(Breakdown.NONE),
    TAGS(Breakdown.SECTIONS),
    PROTO(Breakdown.NONE),
    TOPPROTO(Breakdown.NONE),
    CALLGRIND(Breakdown.ROOTS),
    WEBLIST(Breakdown.NONE),
    DIFF(Breakdown.SECTIONS),
    SNAPSHOTS(Breakdown.SECTIONS),
    FOLDED(Breakdown.ROOTS),
    FLAMEGRAPH(Breakdown.ROOTS),
    SPEEDSCOPE(Breakdown.ROOTS);

    /** How a report is broken down by a label. */
    private enum Breakdown {
        /** A column for each value. */
        COLUMNS,
        /** A report for each value. */
        SECTIONS,
        /** The value at the root of every stack. */
        ROOTS,
        /** Not at all. */
        NONE
    }

    private final Breakdown breakdown;

    Content(Breakdown breakdown) {
        this.breakdown = breakdown;
    }

    /** The view that the report is made with. */
    View view(View asked) {
        String key = asked.text(Setting.BY);
        if (key.isEmpty() || breakdown != Breakdown.ROOTS) {
            return asked;
        }
        String root = asked.text(Setting.TAGROOT);
        return asked.with(Setting.TAGROOT, root.isEmpty() ? key : key + "," + root)
                .with(Setting.BY, "");
    }

    /**
     * Writes the report; the output is not flushed.
     *
     * @param reports one for each sample type that was asked for
     * @param view how to write it
     * @param code where sources and binaries are, for the reports that show them
     */
    void write(List<Report> reports, View view, LocalCode code, TextOutput out) throws IOException, ReportException {
        if (reports.size() > 1 && !isOfSeveralTypes()) {
            throw new ReportException("sample_index: " + reports.size()
                    + " types (expected one for this report; top, diff and snapshots show several)");
        }
        String key = view.text(Setting.BY);
        if (!key.isEmpty() && breakdown == Breakdown.NONE) {
            throw new ReportException("by: this report can't be broken down by a label (expected top, tree, peek, list,"
                    + " traces, tags, diff or a graph)");
        }
        if (view.is(Setting.JSON)) {
            json(reports, key, code, out);
        } else if (key.isEmpty()) {
            text(reports, code, out);
        } else if (breakdown == Breakdown.SECTIONS) {
            LabelSections.write(reports, key, (selected, to) -> text(selected, code, to), out);
        } else if (reports.size() > 1) {
            throw new ReportException("by: " + reports.size() + " sample types (expected one to break down)");
        } else {
            LabelTable.write(reports.get(0), key, out);
        }
    }

    /** Whether it shows several sample types when asked to, or all of them anyway. */
    private boolean isOfSeveralTypes() {
        return switch (this) {
            case TEXT, DIFF, SNAPSHOTS, FLAMEGRAPH, SPEEDSCOPE, RAW, PROTO, COMMENTS -> true;
            default -> false;
        };
    }

    private void json(List<Report> reports, String key, LocalCode code, TextOutput out)
            throws IOException, ReportException {
        JsonReport kind = jsonKind();
        if (kind != null && key.isEmpty()) {
            kind.write(reports, out);
        } else if (kind != null) {
            kind.writeBy(key, reports, out);
        } else if (key.isEmpty() && this == LIST) {
            JsonListing.source(reports.get(0), code.sources(), out);
        } else if (key.isEmpty() && this == DISASM) {
            List<String> problems = new ArrayList<>();
            JsonListing.code(reports.get(0), code.disassembledBinaries(), problems::add, out);
            code.warn(problems);
        } else {
            throw new ReportException("json: not for this report" + (key.isEmpty() ? "" : " by label")
                    + " (expected top, tree, peek, traces, tags, raw, comments, list, disasm, dot, diff or snapshots)");
        }
    }

    private @Nullable JsonReport jsonKind() {
        return switch (this) {
            case COMMENTS -> JsonReport.COMMENTS;
            case DOT -> JsonReport.GRAPH;
            case TREE -> JsonReport.TREE;
            case TEXT -> JsonReport.TOP;
            case TRACES -> JsonReport.TRACES;
            case RAW -> JsonReport.RAW;
            case TAGS -> JsonReport.TAGS;
            case DIFF -> JsonReport.DIFF;
            case SNAPSHOTS -> JsonReport.SNAPSHOTS;
            default -> null;
        };
    }

    private void text(List<Report> reports, LocalCode code, TextOutput out) throws IOException, ReportException {
        Report report = reports.get(0);
        switch (this) {
            case COMMENTS -> ReportKind.COMMENTS.write(report, out);
            case DOT -> ReportKind.DOT.write(report, out);
            case TREE -> ReportKind.TREE.write(report, out);
            case TEXT -> {
                if (reports.size() == 1) {
                    ReportKind.TEXT.write(report, out);
                } else {
                    TypesTable.write(reports, out);
                }
            }
            case TRACES -> ReportKind.TRACES.write(report, out);
            case RAW -> ReportKind.RAW.write(report, out);
            case TAGS -> ReportKind.TAGS.write(report, out);
            case PROTO -> ReportKind.PROTO.write(report, out);
            case TOPPROTO -> ReportKind.TOPPROTO.write(report, out);
            case CALLGRIND -> ReportKind.CALLGRIND.write(report, out);
            case DIFF -> DiffReport.write(reports, out);
            case SNAPSHOTS -> SnapshotReport.write(reports, out);
            case FOLDED -> FoldedReport.write(report, out);
            case FLAMEGRAPH -> FlamePage.write(report, out);
            case SPEEDSCOPE -> speedscope(report, out);
            case LIST -> list(report, code, out);
            case DISASM -> disassemble(report, code, out);
            case WEBLIST -> WebListing.write(report, code.sources(), code.binaries(), out);
        }
    }

    private static void list(Report report, LocalCode code, TextOutput out) throws IOException, ReportException {
        List<ListedSource> functions = SourceListing.of(report, code.sources());
        SourceListing.write(report, functions, out);
        if (functions.stream()
                .anyMatch(function ->
                        !function.file().isEmpty() && !function.problem().isEmpty())) {
            out.flush();
            code.hint(
                    "Sources that are elsewhere are found with source_path=DIRECTORY; trim_path=START cuts off what the"
                            + " build put before their paths.");
        }
    }

    private static void disassemble(Report report, LocalCode code, TextOutput out) throws IOException, ReportException {
        List<String> problems = new ArrayList<>();
        try {
            AssemblyListing.write(report, code.disassembledBinaries(), problems::add, out);
        } finally {
            code.print(problems);
        }
    }

    private static void speedscope(Report report, TextOutput out) throws IOException {
        Profile profile = report.profile();
        String shown = report.options().value().type().type();
        Header header = profile.header().withSampleTypes(profile.sampleTypes(), shown);
        String title = report.options().legend().title();
        SpeedscopeWriter.write(profile.withHeader(header), title.isEmpty() ? "profile" : title, out.stream());
    }
}
