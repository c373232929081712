package io.tidemark.cli.command;

import io.tidemark.analysis.diff.DiffReport;
import io.tidemark.analysis.diff.SnapshotReport;
import io.tidemark.analysis.flame.FlamePage;
import io.tidemark.analysis.flame.FoldedReport;
import io.tidemark.analysis.listing.AssemblyListing;
import io.tidemark.analysis.listing.SourceListing;
import io.tidemark.analysis.listing.WebListing;
import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.analysis.report.ReportKind;
import io.tidemark.analysis.report.TextOutput;
import io.tidemark.analysis.table.TypesTable;
import io.tidemark.cli.code.LocalCode;
import io.tidemark.model.profile.Header;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.speedscope.SpeedscopeWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a command reports. */
enum Content {
    COMMENTS,
    DISASM,
    DOT,
    LIST,
    TREE,
    TEXT,
    TRACES,
    RAW,
    TAGS,
    PROTO,
    TOPPROTO,
    CALLGRIND,
    WEBLIST,
    DIFF,
    SNAPSHOTS,
    FOLDED,
    FLAMEGRAPH,
    SPEEDSCOPE;

    /** What shows several sample types when asked to, or all of them anyway. */
    private static final Set<Content> OF_SEVERAL_TYPES =
            EnumSet.of(TEXT, DIFF, SNAPSHOTS, FLAMEGRAPH, SPEEDSCOPE, RAW, PROTO, COMMENTS);

    /**
     * Writes the report; the output is not flushed.
     *
     * @param reports one for each sample type that was asked for
     * @param code where sources and binaries are, for the reports that show them
     */
    void write(List<Report> reports, LocalCode code, TextOutput out) throws IOException, ReportException {
        if (reports.size() > 1 && !OF_SEVERAL_TYPES.contains(this)) {
            throw new ReportException("sample_index: " + reports.size()
                    + " types (expected one for this report; top, diff and snapshots show several)");
        }
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
            case LIST -> SourceListing.write(report, code.sources(), out);
            case DISASM -> disassemble(report, code, out);
            case WEBLIST -> WebListing.write(report, code.sources(), code.binaries(), out);
        }
    }

    private static void disassemble(Report report, LocalCode code, TextOutput out) throws IOException, ReportException {
        List<String> problems = new ArrayList<>();
        try {
            AssemblyListing.write(report, code.binaries(), problems::add, out);
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
