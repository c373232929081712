package io.tidemark.cli.flag;

import io.tidemark.analysis.view.GoLiteral;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a command line by a table of flags. */
public final class FlagParser {
    private final List<Flag> table;
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final List<String> arguments;
    private int next;
    private boolean asksForHelp;

    private FlagParser(List<Flag> table, List<String> arguments) {
        this.table = table;
        this.arguments = arguments;
    }

    /**
     * Reads the flags at the beginning of a command line.
     *
     * @throws UsageException at the first flag that is not in the table or has a value that it can't have
     */
    public static FlagValues parse(List<Flag> table, List<String> arguments) throws UsageException {
        FlagParser parser = new FlagParser(table, arguments);
        while (!parser.asksForHelp && parser.flag()) {
            // each turn takes one flag
        }
        List<String> rest = arguments.subList(parser.next, arguments.size());
        return new FlagValues(parser.values, rest, parser.asksForHelp);
    }

    /** Reads the next flag; false where the flags end. */
    private boolean flag() throws UsageException {
        if (next == arguments.size()) {
            return false;
        }
        String argument = arguments.get(next);
        if (argument.length() < 2 || argument.charAt(0) != '-') {
            return false;
        }
        next++;
        if (argument.equals("--")) {
            return false;
        }
        String body = argument.substring(argument.charAt(1) == '-' ? 2 : 1);
        if (body.startsWith("-") || body.startsWith("=")) {
            throw new UsageException(argument + ": not a flag (expected -name or -name=value)");
        }
        int equals = body.indexOf('=');
        String name = equals < 0 ? body : body.substring(0, equals);
        assign(name, equals < 0 ? null : body.substring(equals + 1));
        return true;
    }

    private void assign(String name, @Nullable String given) throws UsageException {
        Flag flag = find(name);
        if (flag == null) {
            if (name.equals("h") || name.equals("help")) {
                asksForHelp = true;
                return;
            }
            throw unknown(name);
        }
        String value = given;
        if (value == null) {
            value = flag.kind() == Flag.Kind.BOOL ? "true" : nextArgument(flag);
        }
        List<String> known = values.get(name);
        if (known == null) {
            known = new ArrayList<>(1);
            values.put(name, known);
        }
        known.add(read(flag, value));
    }

    private @Nullable Flag find(String name) {
        for (Flag flag : table) {
            if (flag.name().equals(name)) {
                return flag;
            }
        }
        return null;
    }

    private String nextArgument(Flag flag) throws UsageException {
        if (next == arguments.size()) {
            throw new UsageException("-" + flag.name() + ": no value (expected " + described(flag) + " after it)");
        }
        return arguments.get(next++);
    }

    /** The value in one form whatever it was written like: a decimal number, true or false. */
    private static String read(Flag flag, String value) throws UsageException {
        try {
            return switch (flag.kind()) {
                case BOOL -> {
                    if (!GoLiteral.isTrue(value) && !GoLiteral.isFalse(value)) {
                        throw new NumberFormatException(value);
                    }
                    yield String.valueOf(GoLiteral.isTrue(value));
                }
                case INT -> String.valueOf(GoLiteral.integer(value));
                case FLOAT -> {
                    GoLiteral.real(value);
                    yield value;
                }
                case TEXT, LIST -> value;
            };
        } catch (NumberFormatException e) {
            throw new UsageException("-" + flag.name() + ": '" + value + "' (expected " + described(flag) + ")");
        }
    }

    private static String described(Flag flag) {
        return switch (flag.kind()) {
            case BOOL -> "true or false";
            case INT -> "a whole number";
            case FLOAT -> "a number";
            case TEXT, LIST -> flag.argument().isEmpty() ? "a text" : flag.argument();
        };
    }

    private UsageException unknown(String name) {
        List<String> names = new ArrayList<>(table.size());
        for (Flag flag : table) {
            names.add(flag.name());
        }
        String nearest = Nearest.of(name, names);
        return new UsageException("-" + name + ": no such flag"
                + (nearest == null ? "; -h shows them all" : " (did you mean -" + nearest + "?)"));
    }
}
