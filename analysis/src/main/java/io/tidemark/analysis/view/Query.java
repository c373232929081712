package io.tidemark.analysis.view;

import io.tidemark.analysis.graph.SampleValue;
import io.tidemark.analysis.graph.SlashPath;
import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.analysis.report.ReportOptions;
import io.tidemark.model.measurement.Measurement;
import io.tidemark.model.profile.Aggregation;
import io.tidemark.model.profile.LabelFrames;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ValueType;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A question to a profile: a view, the shape of the report that shall answer it, and the functions that it is about.
 *
 * @param view the settings
 * @param shape what the report needs of the profile
 * @param symbol a regular expression for the functions that the report is about, or an address; null for all
 */
public record Query(View view, Shape shape, @Nullable String symbol) {
    /** The settings that the legend of a report names, where they filter anything. */
    private static final List<Setting> LEGEND = List.of(
            Setting.FOCUS,
            Setting.IGNORE,
            Setting.HIDE,
            Setting.SHOW,
            Setting.SHOW_FROM,
            Setting.TAGFOCUS,
            Setting.TAGIGNORE,
            Setting.TAGSHOW,
            Setting.TAGHIDE);

    public Query {
        Objects.requireNonNull(view, "view");
        Objects.requireNonNull(shape, "shape");
    }

    /**
     * The report of a profile. Shares are of the profile before it was filtered, unless the view asks for relative ones.
     *
     * @param zone the time zone for the times in the report
     * @param notices is told, in a sentence each, what the user may not expect: filters that match nothing
     * @throws ReportException where the view asks for what the profile does not have, or an expression is none
     */
    public Report report(Profile profile, ZoneId zone, Consumer<String> notices) throws ReportException {
        return reports(profile, zone, notices).get(0);
    }

    /** The reports of a profile, one for each sample type that the view asks for; they differ in nothing else. */
    public List<Report> reports(Profile profile, ZoneId zone, Consumer<String> notices) throws ReportException {
        View shaped = shape.apply(view);
        LabelUnits units = LabelUnits.of(profile);
        units.conflicts().forEach(notices);
        Filters filters = new Filters(shaped, units.units(), notices);
        Profile framed = withLabelFrames(profile, shaped, notices);
        boolean relative = shaped.is(Setting.RELATIVE_PERCENTAGES);
        Profile whole = relative ? filters.apply(framed) : framed;
        ReportOptions options = options(profile, shaped, units.units(), symbolOption(), zone);
        Report first = Report.of(whole, options);
        Profile shown = aggregate(relative ? whole : filters.apply(whole), shaped);
        List<Report> reports = new ArrayList<>(1);
        reports.add(first.withProfile(shown));
        for (int index : SampleIndex.list(profile, shaped.text(Setting.SAMPLE_INDEX))) {
            if (index != options.value().index()) {
                Report other = Report.of(whole, options.withValue(value(profile, index, shaped)));
                reports.add(other.withProfile(shown));
            }
        }
        return reports;
    }

    /** A report of a whole profile, for what stands above it and its total. */
    public static Report overview(Profile profile, View view, ZoneId zone, Consumer<String> notices)
            throws ReportException {
        LabelUnits units = LabelUnits.of(profile);
        units.conflicts().forEach(notices);
        return Report.of(profile, options(profile, view, units.units(), null, zone));
    }

    /**
     * Throws where an expression in a view is none, so that nobody has to ask for a report to learn of it.
     *
     * @throws ReportException which names the setting and what is wrong with its value
     */
    public static void requireExpressions(View view) throws ReportException {
        new Filters(view, Map.of(), notice -> {});
    }

    private static Profile withLabelFrames(Profile profile, View view, Consumer<String> notices) {
        String root = view.text(Setting.TAGROOT);
        String leaf = view.text(Setting.TAGLEAF);
        if (root.isEmpty() && leaf.isEmpty()) {
            return profile;
        }
        String unit = view.text(Setting.UNIT);
        LabelFrames frames = new LabelFrames(keys(root), keys(leaf), (labels, key) -> labelValues(labels, key, unit));
        if (!root.isEmpty() && !frames.matches(profile, frames.rootKeys())) {
            notices.accept("TagRoot expression matched no samples");
        }
        if (!leaf.isEmpty() && !frames.matches(profile, frames.leafKeys())) {
            notices.accept("TagLeaf expression matched no samples");
        }
        return profile.addLabelFrames(frames);
    }

    private static List<String> keys(String list) {
        List<String> keys = new ArrayList<>();
        for (String key : list.split(",", -1)) {
            if (!key.isEmpty()) {
                keys.add(key);
            }
        }
        return keys;
    }

    /** The values of a key, texts first. Numbers are in the unit of the view, where any of them has one. */
    private static List<String> labelValues(LabelSet labels, String key, String unit) {
        List<String> values = new ArrayList<>(labels.texts(key));
        boolean anyUnit = false;
        for (int i = 0; i < labels.numberCount(); i++) {
            anyUnit |= labels.numberKey(i).equals(key) && !labels.unit(i).isEmpty();
        }
        for (int i = 0; i < labels.numberCount(); i++) {
            if (labels.numberKey(i).equals(key)) {
                values.add(Measurement.label(labels.number(i), labels.unit(i), anyUnit ? unit : ""));
            }
        }
        return values;
    }

    private static Profile aggregate(Profile profile, View view) {
        boolean inlines = !view.is(Setting.NOINLINES);
        boolean columns = view.is(Setting.SHOWCOLUMNS);
        return switch (view.text(Setting.GRANULARITY)) {
            case "addresses" ->
                inlines ? profile : profile.aggregate(new Aggregation(false, true, true, true, columns, true));
            case "lines" -> profile.aggregate(new Aggregation(inlines, true, true, true, columns, false));
            case "files" -> profile.aggregate(new Aggregation(inlines, false, true, false, columns, false));
            case "filefunctions" -> profile.aggregate(new Aggregation(inlines, true, true, false, columns, false));
            default -> profile.aggregate(new Aggregation(inlines, true, false, false, columns, false));
        };
    }

    private static ReportOptions options(
            Profile profile, View view, Map<String, String> units, ReportOptions.@Nullable Symbol symbol, ZoneId zone)
            throws ReportException {
        double divisor = view.real(Setting.DIVIDE_BY);
        if (divisor == 0) {
            throw new ReportException("divide_by: 0 (expected another number)");
        }
        return new ReportOptions(
                value(profile, SampleIndex.of(profile, view.text(Setting.SAMPLE_INDEX)), view),
                new ReportOptions.Scale(view.text(Setting.UNIT), 1 / divisor),
                new ReportOptions.Trim(
                        view.integer(Setting.NODECOUNT),
                        view.real(Setting.NODEFRACTION),
                        view.real(Setting.EDGEFRACTION)),
                new ReportOptions.Style(
                        view.text(Setting.SORT).equals("cum"),
                        view.is(Setting.CALL_TREE),
                        view.is(Setting.DROP_NEGATIVE),
                        view.is(Setting.COMPACT_LABELS),
                        view.is(Setting.INTEL_SYNTAX)),
                new ReportOptions.Legend(title(profile), filters(view), zone),
                units,
                symbol,
                new ReportOptions.Paths(view.text(Setting.SOURCE_PATH), view.text(Setting.TRIM_PATH)));
    }

    private static SampleValue value(Profile profile, int index, View view) {
        ValueType type = profile.sampleTypes().get(index);
        return view.is(Setting.MEAN) ? SampleValue.mean(index, type) : SampleValue.of(index, type);
    }

    /** The name of the main binary. */
    private static String title(Profile profile) {
        if (profile.mappings().isEmpty()) {
            return "";
        }
        String file = profile.mappings().get(0).file();
        return file.isEmpty() ? "" : SlashPath.base(file);
    }

    private static List<String> filters(View view) {
        List<String> filters = new ArrayList<>();
        for (Setting setting : LEGEND) {
            String value = view.text(setting);
            if (!value.isEmpty()) {
                filters.add(setting.label() + "=" + value);
            }
        }
        return filters;
    }

    private ReportOptions.@Nullable Symbol symbolOption() throws ReportException {
        return symbol == null ? null : new ReportOptions.Symbol(symbol, NamePattern.compile("the expression", symbol));
    }
}
