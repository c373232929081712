package io.tidemark.collect.symbolize;

import io.tidemark.collect.demangle.Style;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How to symbolise, as {@code -symbolize} says it: {@code [local|fastlocal|remote|none][:force][:demangle=...]}.
 *
 * @param local whether to look into binaries on this machine
 * @param remote whether to ask the server that the profile came from
 * @param fast whether names of functions suffice
 * @param force whether to replace symbols that are there
 * @param demangle how to show names that are mangled; nothing to leave them as they are
 * @param none whether to do nothing at all
 */
public record SymbolizeMode(
        boolean local, boolean remote, boolean fast, boolean force, Optional<Style> demangle, boolean none) {

    /** What happens when nobody says anything: local, then remote, names made simple. */
    public static final SymbolizeMode DEFAULT =
            new SymbolizeMode(true, true, false, false, Optional.of(Style.SIMPLE), false);

    /**
     * Reads a mode. Words that are not known are reported and left out.
     *
     * @param messages for the user
     */
    public static SymbolizeMode parse(String text, Consumer<String> messages) {
        SymbolizeMode mode = DEFAULT;
        for (String word : text.toLowerCase(Locale.ROOT).split(":", -1)) {
            switch (word) {
                case "" -> {}
                case "none", "no" -> {
                    return new SymbolizeMode(false, false, false, false, Optional.empty(), true);
                }
                case "local" -> mode = mode.at(true, false, mode.fast);
                case "fastlocal" -> mode = mode.at(true, false, true);
                case "remote" -> mode = mode.at(false, true, mode.fast);
                case "force" -> mode = mode.forced(mode.demangle);
                case "demangle=none" -> mode = mode.forced(Optional.empty());
                case "demangle=full", "full" -> mode = mode.forced(Optional.of(Style.FULL));
                case "demangle=templates", "templates" -> mode = mode.forced(Optional.of(Style.TEMPLATES));
                case "demangle=default", "default" -> {}
                default -> {
                    messages.accept("ignoring unrecognized symbolization option: " + text);
                    messages.accept("expecting -symbolize=[local|fastlocal|remote|none][:force]"
                            + "[:demangle=[none|full|templates|default]");
                }
            }
        }
        return mode;
    }

    private SymbolizeMode at(boolean isLocal, boolean isRemote, boolean isFast) {
        return new SymbolizeMode(isLocal, isRemote, isFast, force, demangle, none);
    }

    private SymbolizeMode forced(Optional<Style> newDemangle) {
        return new SymbolizeMode(local, remote, fast, true, newDemangle, none);
    }
}
