package io.tidemark.cli.shell;

import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words that stand for one or more lines: the name of a sample type selects it, with {@code mean_} before it its mean, and a
 * colon takes all filters away.
 */
final class Shortcuts {
    private final Map<String, List<String>> lines = new HashMap<>();

    private Shortcuts() {
        lines.put(":", List.of("focus=", "ignore=", "hide=", "tagfocus=", "tagignore="));
    }

    static Shortcuts of(Profile profile) {
        Shortcuts shortcuts = new Shortcuts();
        for (ValueType type : profile.sampleTypes()) {
            String select = "sample_index=" + type.type();
            shortcuts.lines.put(type.type(), List.of(select));
            shortcuts.lines.put("total_" + type.type(), List.of("mean=0", select));
            shortcuts.lines.put("mean_" + type.type(), List.of("mean=1", select));
        }
        return shortcuts;
    }

    /** What a line stands for, which is mostly itself. */
    List<String> expand(String line) {
        String trimmed = Words.trim(line);
        return lines.getOrDefault(trimmed, List.of(trimmed));
    }

    /** All shortcuts, for completion. */
    List<String> names() {
        return new ArrayList<>(lines.keySet());
    }
}
