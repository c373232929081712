package io.tidemark.cli.shell;

import io.tidemark.analysis.view.Setting;
import io.tidemark.analysis.view.View;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Utf8;
import io.tidemark.model.profile.ValueType;
import java.util.ArrayList;
import java.util.List;

/**
 * The settings of the shell and what they can be, in lines that can be typed again:
 *
 * <pre>
 *   focus                     = net/http
 *   nodecount                 = -1                   //: default
 *   sort                      = flat                 //: [cum | flat]
 *   unit                      = minimum
 * </pre>
 */
final class OptionList {
    /** What follows in an assignment is no part of the value. */
    static final String COMMENT = "//:";

    private OptionList() {}

    static String of(View view, Profile profile) {
        List<String> lines = new ArrayList<>();
        for (Setting setting : Setting.ALL) {
            boolean isHidden = setting.isNew() && view.isInitial(setting); // so that the list is pprof's
            if (setting != Setting.SOURCE_PATH && !isHidden) { // pprof does not show it
                lines.add(line(setting, view, profile));
            }
        }
        lines.sort(Utf8.ORDER);
        return String.join("\n", lines);
    }

    private static String line(Setting setting, View view, Profile profile) {
        String comment = comment(setting, view, profile);
        return "  " + padded(setting.label(), 25) + " = " + padded(value(setting, view, profile), 20) + " "
                + (comment.isEmpty() ? "" : COMMENT + " " + comment);
    }

    private static String value(Setting setting, View view, Profile profile) {
        String value = view.text(setting);
        if (!value.isEmpty()) {
            return value;
        }
        int index = profile.defaultSampleIndex();
        if (setting == Setting.SAMPLE_INDEX && index >= 0) {
            return profile.sampleTypes().get(index).type();
        }
        return setting == Setting.GRANULARITY ? "(default)" : "\"\"";
    }

    private static String comment(Setting setting, View view, Profile profile) {
        List<String> values = new ArrayList<>();
        for (Setting.Choice choice : setting.choices()) {
            values.add(choice.name());
        }
        values.sort(Utf8.ORDER);
        if (setting == Setting.SAMPLE_INDEX) {
            for (ValueType type : profile.sampleTypes()) {
                values.add(type.type());
            }
        }
        if (!values.isEmpty()) {
            return "[" + String.join(" | ", values) + "]";
        }
        return setting == Setting.NODECOUNT && view.integer(setting) == -1 ? "default" : "";
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - Utf8.width(text)));
    }
}
