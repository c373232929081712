package io.tidemark.analysis.view;

import io.tidemark.model.measurement.Decimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How a profile shall be shown: one value for each {@link Setting}. It is immutable, and a value that is set gives another
 * view.
 *
 * <pre>{@code
 * View view = View.INITIAL.with("focus", "net/http").with("cum", "true");
 * view.text(Setting.SORT)        "cum"
 * view.real(Setting.NODEFRACTION)    0.005
 * }</pre>
 */
public final class View {
    /** The view that nobody has changed anything of. */
    public static final View INITIAL = initial();

    // Boolean, Long, Double or String; never changed. No EnumMap: that would cost every command some 5 ms at its start.
    private final Map<Setting, Object> values;

    private View(Map<Setting, Object> values) {
        this.values = values;
    }

    private static View initial() {
        Map<Setting, Object> values = new HashMap<>();
        for (Setting setting : Setting.ALL) {
            boolean isChoice = setting.kind() == Setting.Kind.CHOICE; // the empty choice is none that could be made
            values.put(setting, isChoice ? setting.initial() : parse(setting, setting.initial()));
        }
        return new View(values);
    }

    /** A switch. */
    public boolean is(Setting setting) {
        return (Boolean) value(setting, Setting.Kind.BOOL);
    }

    /** A whole number; one that does not fit becomes the nearest that does. */
    public int integer(Setting setting) {
        long value = (Long) value(setting, Setting.Kind.INT);
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    }

    /** A number. */
    public double real(Setting setting) {
        return (Double) value(setting, Setting.Kind.FLOAT);
    }

    /** Any value, as it would be written in an assignment: {@code true}, {@code 0.005}, {@code main\.}. */
    public String text(Setting setting) {
        Object value = held(setting);
        return value instanceof Double number ? Decimal.general(number) : value.toString();
    }

    /** Whether the setting has the value that it had at the start. */
    public boolean isInitial(Setting setting) {
        return held(setting).equals(INITIAL.held(setting));
    }

    /** The view with another switch. */
    public View with(Setting setting, boolean value) {
        return with(setting, Setting.Kind.BOOL, value);
    }

    /** The view with another whole number. */
    public View with(Setting setting, long value) {
        return with(setting, Setting.Kind.INT, value);
    }

    /** The view with another number. */
    public View with(Setting setting, double value) {
        return with(setting, Setting.Kind.FLOAT, value);
    }

    /**
     * The view with another value, which is written as in the shell.
     *
     * @throws IllegalArgumentException where the setting can't have the value
     */
    public View with(Setting setting, String value) {
        return with(setting, setting.kind(), parse(setting, value));
    }

    /**
     * The view with another value for the setting of this name, or with the choice of this name made: {@code with("cum",
     * "true")} is {@code with("sort", "cum")}.
     *
     * @throws IllegalArgumentException where there is no such name, or it can't have the value
     */
    public View with(String name, String value) {
        Setting setting = Setting.named(name);
        if (setting == null) {
            throw new IllegalArgumentException(name + ": no such setting");
        }
        if (setting.label().equals(name)) {
            return with(setting, value);
        }
        if (!GoLiteral.isTrue(value)) {
            throw new IllegalArgumentException(name + ": '" + value + "' (expected true; or say " + setting.label()
                    + "=" + name + ", or another of its values)");
        }
        return with(setting, name);
    }

    private View with(Setting setting, Setting.Kind kind, Object value) {
        requireKind(setting, kind);
        Map<Setting, Object> changed = new HashMap<>(values);
        changed.put(setting, value);
        return new View(changed);
    }

    private Object value(Setting setting, Setting.Kind kind) {
        requireKind(setting, kind);
        return held(setting);
    }

    private Object held(Setting setting) {
        return Objects.requireNonNull(values.get(setting));
    }

    private static void requireKind(Setting setting, Setting.Kind kind) {
        if (setting.kind() != kind) {
            throw new IllegalArgumentException(setting.label() + ": " + setting.kind() + " (asked for " + kind + ")");
        }
    }

    private static Object parse(Setting setting, String value) {
        return switch (setting.kind()) {
            case BOOL -> parseSwitch(setting, value);
            case INT -> parseInteger(setting, value);
            case FLOAT -> parseReal(setting, value);
            case TEXT -> value;
            case CHOICE -> parseChoice(setting, value);
        };
    }

    /** A name without a value switches on, so the empty text is true. */
    private static Boolean parseSwitch(Setting setting, String value) {
        return switch (GoLiteral.toLowerCase(value)) {
            case "true", "t", "yes", "y", "1", "" -> true;
            case "false", "f", "no", "n", "0" -> false;
            default -> throw unexpected(setting, value, "true or false");
        };
    }

    private static Long parseInteger(Setting setting, String value) {
        try {
            return GoLiteral.decimal(value);
        } catch (NumberFormatException e) {
            throw unexpected(setting, value, "a whole number");
        }
    }

    private static Double parseReal(Setting setting, String value) {
        try {
            return GoLiteral.real(value);
        } catch (NumberFormatException e) {
            throw unexpected(setting, value, "a number");
        }
    }

    private static String parseChoice(Setting setting, String value) {
        if (setting.choice(value) != null) {
            return value;
        }
        StringBuilder names = new StringBuilder();
        for (Setting.Choice choice : setting.choices()) {
            names.append(names.isEmpty() ? "" : ", ").append(choice.name());
        }
        throw unexpected(setting, value, names.toString());
    }

    private static IllegalArgumentException unexpected(Setting setting, String value, String expected) {
        return new IllegalArgumentException(setting.label() + ": '" + value + "' (expected " + expected + ")");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof View that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** The assignments that lead here, such as {@code focus=main sort=cum}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Setting setting : Setting.ALL) {
            if (!isInitial(setting)) {
                text.append(text.isEmpty() ? "" : " ")
                        .append(setting.label())
                        .append('=')
                        .append(text(setting));
            }
        }
        return text.toString();
    }
}
