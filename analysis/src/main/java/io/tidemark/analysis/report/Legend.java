package io.tidemark.analysis.report;

import io.tidemark.analysis.graph.SlashPath;
import io.tidemark.model.measurement.Measurement;
import io.tidemark.model.profile.Header;
import io.tidemark.model.profile.Mapping;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Utf8;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The lines above a report:
 *
 * <pre>{@code
 * File: orders
 * Type: inuse_space
 * Time: 2026-07-09 23:29:56 UTC
 * Showing nodes accounting for 18MB, 90% of 20MB total
 * Dropped 12 nodes (cum <= 0.10MB)
 * }</pre>
 */
public final class Legend {
    private static final int LONGEST_FILTER = 80; // in bytes

    /** The abbreviations that the tz database still has, of 2025b. */
    private static final Set<String> ZONE_NAMES = Set.of(
            ("ACDT ACST ADT AEDT AEST AKDT AKST AST AWST BST CAT CDT CEST CET CST ChST EAT EDT EEST EET EST GMT HDT HKT"
                            + " HST IDT IST JST KST MDT MEST MET MSK MST NDT NST NZDT NZST PDT PKT PST SAST SST WAT"
                            + " WEST WET WIB WIT WITA")
                    .split(" "));

    private Legend() {}

    /** What the profile is: its binary, comments, type, time and duration. */
    public static List<String> ofProfile(Report report) {
        Profile profile = report.profile();
        Header header = profile.header();
        List<String> lines = new ArrayList<>();
        if (!profile.mappings().isEmpty()) {
            Mapping main = profile.mappings().get(0);
            add(lines, "File: ", main.file().isEmpty() ? "" : SlashPath.base(main.file()));
            add(lines, "Build ID: ", main.buildId());
        }
        for (String comment : header.comments()) {
            if (!comment.startsWith("#")) {
                lines.add(comment);
            }
        }
        add(lines, "Type: ", report.options().value().name());
        add(lines, "Doc: ", header.docUrl());
        if (header.timeNanos() != 0) {
            lines.add("Time: "
                    + time(header.timeNanos(), report.options().legend().zone()));
        }
        if (header.durationNanos() != 0) {
            lines.add("Duration: " + Measurement.label(header.durationNanos(), "nanoseconds") + ", Total samples = "
                    + report.format(report.total()) + " " + utilization(report));
        }
        return lines;
    }

    private static void add(List<String> lines, String what, String value) {
        if (!value.isEmpty()) {
            lines.add(what + value);
        }
    }

    /** {@code 2026-07-09 23:29:56 UTC}. */
    public static String time(long nanos, ZoneId zone) {
        ZonedDateTime time = Instant.ofEpochSecond(0, nanos).atZone(zone);
        return time.getYear() + "-" + two(time.getMonthValue()) + "-" + two(time.getDayOfMonth()) + " "
                + two(time.getHour()) + ":" + two(time.getMinute()) + ":" + two(time.getSecond()) + " "
                + zoneName(time);
    }

    static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    /**
     * The abbreviation of a zone, or its offset ({@code -03}) where the tz database has none, as Go prints it. Java has
     * one for most. Asking the locale data takes long, and UTC does not need it.
     */
    private static String zoneName(ZonedDateTime time) {
        if (time.getZone().normalized().equals(ZoneOffset.UTC)) {
            return "UTC";
        }
        String name = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(time);
        return ZONE_NAMES.contains(name)
                ? name
                : DateTimeFormatter.ofPattern("x", Locale.ENGLISH).format(time);
    }

    /** The share of the duration that the samples cover, where they are times. */
    private static String utilization(Report report) {
        Measurement total =
                Measurement.scale(report.total(), report.options().value().unit(), "nanoseconds");
        if (!total.unit().equals("ns") || total.amount() == 0) {
            return "";
        }
        long duration = report.profile().header().durationNanos();
        return "(" + Measurement.percentage((long) total.amount(), duration) + ")";
    }

    /** The legend of a graph. {@code full} describes the profile even when the options ask for little. */
    public static List<String> ofGraph(Report report, TrimmedGraph graph, boolean full) {
        ReportOptions options = report.options();
        List<String> lines = new ArrayList<>();
        if (full || !options.style().compactLabels()) {
            lines.addAll(ofProfile(report));
        }
        lines.addAll(ofFilters(report));
        long shown = graph.graph().flatTotal();
        lines.add("Showing nodes accounting for " + report.format(shown) + ", "
                + report.percentage(shown).trim() + " of " + report.format(report.total()) + " total");
        if (report.total() != 0) {
            dropped(
                    lines,
                    report,
                    graph.droppedNodes(),
                    "node",
                    "cum",
                    options.trim().nodeFraction());
            dropped(
                    lines,
                    report,
                    full ? graph.droppedEdges() : 0,
                    "edge",
                    "freq",
                    options.trim().edgeFraction());
            int count = graph.graph().nodes().size();
            if (count > 0 && count < graph.nodesBefore()) {
                lines.add("Showing top " + count + " nodes out of " + graph.nodesBefore());
            }
        }
        if (full) {
            lines.add("\nSee https://git.io/JfYMW for how to read the graph");
        }
        return lines;
    }

    /** The filters that apply, where there are any. */
    public static List<String> ofFilters(Report report) {
        List<String> lines = new ArrayList<>();
        for (String filter : report.options().legend().filters()) {
            if (lines.isEmpty()) {
                lines.add("Active filters:");
            }
            lines.add("   " + shortened(filter));
        }
        return lines;
    }

    private static String shortened(String filter) {
        byte[] bytes = Utf8.encode(filter);
        return bytes.length <= LONGEST_FILTER ? filter : Utf8.decode(bytes, 0, LONGEST_FILTER) + "…";
    }

    private static void dropped(
            List<String> lines, Report report, int count, String what, String value, double fraction) {
        if (count > 0) {
            long cutoff = Math.abs((long) (report.total() * fraction));
            lines.add("Dropped " + count + " " + what + (count > 1 ? "s" : "") + " (" + value + " <= "
                    + report.format(cutoff) + ")");
        }
    }
}
