package io.tidemark.cli.flag;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a command line said: the values of the flags that were given, and the arguments that followed them. */
public final class FlagValues {
    private final Map<String, List<String>> values;
    private final List<String> arguments;
    private final boolean asksForHelp;

    FlagValues(Map<String, List<String>> values, List<String> arguments, boolean asksForHelp) {
        this.values = new LinkedHashMap<>(values);
        this.arguments = List.copyOf(arguments);
        this.asksForHelp = asksForHelp;
    }

    /** Whether {@code -h} or {@code -help} was given; then what followed was not looked at. */
    public boolean asksForHelp() {
        return asksForHelp;
    }

    /** The arguments after the flags. */
    public List<String> arguments() {
        return arguments;
    }

    /** The last value of a flag as a text, or null when it was not given. Switches are {@code true} or {@code false}. */
    public @Nullable String text(String name) {
        List<String> given = values.get(name);
        return given == null ? null : given.get(given.size() - 1);
    }

    /** The last value of a flag, or another text when it was not given. */
    public String text(String name, String otherwise) {
        String text = text(name);
        return text == null ? otherwise : text;
    }

    /** Whether a switch was given and is on. */
    public boolean is(String name) {
        return text(name, "false").equals("true");
    }

    /** The last value of a whole number, or another one when it was not given. */
    public long integer(String name, long otherwise) {
        String text = text(name);
        return text == null ? otherwise : Long.parseLong(text);
    }

    /** All values of a flag that are not empty, in order. */
    public List<String> list(String name) {
        List<String> kept = new ArrayList<>();
        for (String value : values.getOrDefault(name, List.of())) {
            if (!value.isEmpty()) {
                kept.add(value);
            }
        }
        return kept;
    }
}
