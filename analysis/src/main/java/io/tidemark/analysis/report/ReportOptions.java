package io.tidemark.analysis.report;

import io.tidemark.analysis.graph.SampleValue;
import io.tidemark.analysis.graph.SlashPath;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a report shows and how.
 *
 * @param value which value of each sample
 * @param scale in which unit
 * @param trim how much of it
 * @param style in which order and form
 * @param legend what stands above it
 * @param labelUnits the unit of each numeric label
 * @param symbol which functions, for the reports that are about some; null for all
 * @param paths where sources are
 */
public record ReportOptions(
        SampleValue value,
        Scale scale,
        Trim trim,
        Style style,
        Legend legend,
        Map<String, String> labelUnits,
        @Nullable Symbol symbol,
        Paths paths) {

    public ReportOptions {
        Objects.requireNonNull(value, "value");
        labelUnits = Map.copyOf(labelUnits);
    }

    /** The same options without the lines that describe the profile. */
    public ReportOptions compact() {
        Style compact = new Style(style.byCumulative, style.callTree, style.dropNegative, true, style.intelSyntax);
        return new ReportOptions(value, scale, trim, compact, legend, labelUnits, symbol, paths);
    }

    /** The same options for another value. */
    public ReportOptions withValue(SampleValue newValue) {
        return new ReportOptions(newValue, scale, trim, style, legend, labelUnits, symbol, paths);
    }

    /** The same options with numbers written in another unit. */
    public ReportOptions withUnit(String unit) {
        return new ReportOptions(value, new Scale(unit, scale.ratio()), trim, style, legend, labelUnits, symbol, paths);
    }

    /** The same options with more or less shown. */
    public ReportOptions withTrim(Trim newTrim) {
        return new ReportOptions(value, scale, newTrim, style, legend, labelUnits, symbol, paths);
    }

    /**
     * How numbers are written.
     *
     * @param unit the unit to print in, or {@code minimum} or {@code auto}
     * @param ratio what values are multiplied by before they are printed
     */
    public record Scale(String unit, double ratio) {}

    /**
     * How much is shown.
     *
     * @param nodeCount the most nodes to show, or 0 for all
     * @param nodeFraction the least share of the total for a node to be shown
     * @param edgeFraction the least share of the total for an edge to be shown
     */
    public record Trim(int nodeCount, double nodeFraction, double edgeFraction) {
        /** Everything is shown. */
        public static final Trim NONE = new Trim(0, 0, 0);
    }

    /**
     * In which order and form.
     *
     * @param byCumulative whether to sort by the cumulative value
     * @param callTree whether graphs keep different paths to a function apart
     * @param dropNegative whether to leave out what has become less
     * @param compactLabels whether to leave out the description of the profile
     * @param intelSyntax whether assembly is in Intel's syntax
     */
    public record Style(
            boolean byCumulative, boolean callTree, boolean dropNegative, boolean compactLabels, boolean intelSyntax) {}

    /**
     * What stands above a report.
     *
     * @param title what a graph is called
     * @param filters the filters that apply, as {@code name=value}
     * @param zone the time zone to print the time of the profile in
     */
    public record Legend(String title, List<String> filters, ZoneId zone) {
        public Legend {
            filters = List.copyOf(filters);
        }
    }

    /**
     * The functions that a report is about.
     *
     * @param text the regular expression, or an address such as {@code 0x401000}
     * @param matches the compiled expression
     */
    public record Symbol(String text, Predicate<String> matches) {}

    /**
     * Where sources are.
     *
     * @param sourcePath directories to search sources in, separated as in PATH
     * @param trimPath prefixes to remove from the paths in the profile, separated as in PATH
     */
    public record Paths(String sourcePath, String trimPath) {
        private static final List<String> CURRENT_DIRECTORIES = List.of("/proc/self/cwd/./", "/proc/self/cwd/");

        /**
         * A path without the prefix that is to be removed; without a given one, without everything up to a directory
         * that has the name of one of those to search in.
         */
        public String trim(String path) {
            if (trimPath.isEmpty() && sourcePath.isEmpty()) {
                return path.startsWith("/proc/self/cwd/") ? trimPrefix(path, CURRENT_DIRECTORIES) : path;
            }
            if (trimPath.isEmpty()) {
                for (String directory : sourcePath.split(":", -1)) {
                    String want = "/" + SlashPath.base(directory) + "/";
                    int found = path.indexOf(want);
                    if (found >= 0) {
                        return path.substring(found + want.length());
                    }
                }
                return trimPrefix(path, CURRENT_DIRECTORIES);
            }
            String trimmed = trimPrefix(path, List.of(trimPath.split(":", -1)));
            return trimmed.equals(path) ? trimPrefix(path, CURRENT_DIRECTORIES) : trimmed;
        }

        private static String trimPrefix(String path, List<String> prefixes) {
            for (String prefix : prefixes) {
                String directory = prefix.endsWith("/") ? prefix : prefix + "/";
                if (path.startsWith(directory)) {
                    return path.substring(directory.length());
                }
            }
            return path;
        }

        /** Paths as they are in the profile. */
        public static final Paths NONE = new Paths("", "");
    }
}
