package io.tidemark.analysis.view;

import io.tidemark.analysis.report.ReportException;
import io.tidemark.model.profile.FrameFilter;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Profile;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a view, in the order in which they apply: frames by name, the frames near the root, samples by label,
 * labels by key, the frames near the leaf.
 */
final class Filters {
    private final FrameFilter frames;
    private final @Nullable Predicate<String> showFrom;
    private final @Nullable LabelFilter tagFocus;
    private final @Nullable LabelFilter tagIgnore;
    private final @Nullable Predicate<String> tagShow;
    private final @Nullable Predicate<String> tagHide;
    private final @Nullable Predicate<String> pruneFrom;
    private final View view;
    private final Consumer<String> notices;

    /**
     * Reads the filters of a view.
     *
     * @param notices told of filters that match nothing, and of what may not be meant as it was read
     * @throws ReportException where an expression is none
     */
    Filters(View view, Map<String, String> units, Consumer<String> notices) throws ReportException {
        this.view = view;
        this.notices = notices;
        frames = new FrameFilter(
                pattern(Setting.FOCUS), pattern(Setting.IGNORE), pattern(Setting.HIDE), pattern(Setting.SHOW));
        showFrom = pattern(Setting.SHOW_FROM);
        tagFocus = labelFilter(Setting.TAGFOCUS, units);
        tagIgnore = labelFilter(Setting.TAGIGNORE, units);
        tagShow = pattern(Setting.TAGSHOW);
        tagHide = pattern(Setting.TAGHIDE);
        pruneFrom = pattern(Setting.PRUNE_FROM);
    }

    private @Nullable Predicate<String> pattern(Setting setting) throws ReportException {
        String expression = view.text(setting);
        return expression.isEmpty() ? null : NamePattern.compile(setting.label(), expression);
    }

    private @Nullable LabelFilter labelFilter(Setting setting, Map<String, String> units) throws ReportException {
        String text = view.text(setting);
        if (text.isEmpty()) {
            return null;
        }
        LabelFilter filter = LabelFilter.parse(setting.label(), text, units);
        if (filter.isRange()) {
            notices.accept(setting.label() + ": '" + text + "' is read as a range of numbers, not as an expression");
        }
        return filter;
    }

    Profile apply(Profile profile) {
        Profile filtered = byName(profile);
        if (showFrom != null) {
            filtered = filtered.showFrom(showFrom);
            warnUnless(filtered.samples().size() > 0, "ShowFrom");
        }
        if (tagFocus != null || tagIgnore != null) {
            filtered = byLabel(filtered);
        }
        if (tagShow != null || tagHide != null) {
            filtered = labels(filtered);
        }
        return pruneFrom == null ? filtered : filtered.pruneFrom(pruneFrom);
    }

    private Profile byName(Profile profile) {
        FrameFilter.Result result = profile.filterFrames(frames);
        warnUnless(frames.focus() == null || result.focused(), "Focus");
        warnUnless(frames.ignore() == null || result.ignored(), "Ignore");
        warnUnless(frames.hide() == null || result.hidden(), "Hide");
        warnUnless(frames.show() == null || result.shown(), "Show");
        return result.profile();
    }

    private Profile byLabel(Profile profile) {
        boolean[] used = LabelUnits.used(profile);
        boolean focused = false;
        boolean ignored = false;
        for (int i = 0; i < used.length; i++) {
            LabelSet labels = profile.samples().labels(i);
            focused |= used[i] && isInFocus(labels);
            ignored |= used[i] && isIgnored(labels);
        }
        warnUnless(focused || tagFocus == null, "TagFocus");
        warnUnless(ignored || tagIgnore == null, "TagIgnore");
        return profile.filterSamples(labels -> isInFocus(labels) && !isIgnored(labels));
    }

    private boolean isInFocus(LabelSet labels) {
        return tagFocus == null || tagFocus.test(labels);
    }

    private boolean isIgnored(LabelSet labels) {
        return tagIgnore != null && tagIgnore.test(labels);
    }

    private Profile labels(Profile profile) {
        boolean[] used = LabelUnits.used(profile);
        boolean shown = false;
        boolean hidden = false;
        for (int i = 0; i < used.length; i++) {
            if (used[i]) {
                LabelSet labels = profile.samples().labels(i);
                shown |= hasKey(labels, tagShow);
                hidden |= hasKey(labels, tagHide);
            }
        }
        warnUnless(shown || tagShow == null, "TagShow");
        warnUnless(hidden || tagHide == null, "TagHide");
        Predicate<String> dropped =
                key -> (tagShow != null && !tagShow.test(key)) || (tagHide != null && tagHide.test(key));
        return profile.mapLabels(labels -> labels.without(dropped));
    }

    private static boolean hasKey(LabelSet labels, @Nullable Predicate<String> pattern) {
        if (pattern == null) {
            return false;
        }
        for (int i = 0; i < labels.textCount(); i++) {
            if (pattern.test(labels.textKey(i))) {
                return true;
            }
        }
        for (int i = 0; i < labels.numberCount(); i++) {
            if (pattern.test(labels.numberKey(i))) {
                return true;
            }
        }
        return false;
    }

    private void warnUnless(boolean matched, String filter) {
        if (!matched) {
            notices.accept(filter + " expression matched no samples");
        }
    }
}
