package io.tidemark.collect.symbolize;

import io.tidemark.collect.demangle.Demangler;
import io.tidemark.collect.demangle.Style;
import io.tidemark.collect.tool.Tools;
import io.tidemark.model.profile.Functions;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.StringTable;
import io.tidemark.model.profile.SymbolRewriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Gives functions names for people: mangled ones are demangled, and those that were demangled before, with all their
 * parameters, are made short.
 *
 * <p>Every profile passes here and most need nothing. So names are looked at as bytes first: most have none of the
 * characters that matter, and no string is made of them.
 */
final class ReadableNames {
    /** The characters that a name must have one of to be changed, unless it starts with an underscore. */
    private static final boolean[] TELLING = new boolean[128];

    static {
        for (char c : "<>[]:".toCharArray()) {
            TELLING[c] = true;
        }
    }

    private final Tools tools;
    private final SymbolizeMode mode;
    private final Consumer<String> messages;

    ReadableNames(Tools tools, SymbolizeMode mode, Consumer<String> messages) {
        this.tools = tools;
        this.mode = mode;
        this.messages = messages;
    }

    Profile apply(Profile profile) {
        Functions functions = profile.functions();
        StringTable strings = functions.strings();
        SymbolRewriter symbols = new SymbolRewriter(profile);
        Map<String, List<Integer>> mangled = new HashMap<>();
        for (int f = 0; f < functions.size(); f++) {
            int name = functions.nameIndex(f);
            int system = functions.systemNameIndex(f);
            if (name != system && !(mode.force() && name != 0 && system != 0) && name != 0) {
                continue; // demangled already
            }
            if (mode.demangle().isEmpty()) {
                if (name != 0 && name != system) {
                    symbols.rename(f, strings.get(system));
                }
            } else if (strings.startsWith(system, "_") && Demangler.isMangled(strings.get(system))) {
                mangled.computeIfAbsent(strings.get(system), key -> new ArrayList<>())
                        .add(f);
            } else if (name != system || strings.hasAny(system, TELLING)) {
                rename(
                        symbols,
                        f,
                        functions,
                        PlainName.shortened(strings.get(system), mode.demangle().get()));
            }
        }
        if (!mangled.isEmpty()) {
            demangle(functions, mangled, mode.demangle().orElseThrow(), symbols);
        }
        return symbols.build();
    }

    private void demangle(
            Functions functions, Map<String, List<Integer>> mangled, Style style, SymbolRewriter symbols) {
        Map<String, String> demangled = Map.of();
        try {
            demangled = new Demangler(tools).demangle(mangled.keySet(), style);
        } catch (IOException e) {
            messages.accept("Mangled names stay as they are: " + e.getMessage());
        }
        for (Map.Entry<String, List<Integer>> entry : mangled.entrySet()) {
            String name = demangled.get(entry.getKey());
            for (int function : entry.getValue()) {
                rename(symbols, function, functions, name == null ? PlainName.shortened(entry.getKey(), style) : name);
            }
        }
    }

    private static void rename(SymbolRewriter symbols, int function, Functions functions, String name) {
        if (!name.equals(functions.name(function))) {
            symbols.rename(function, name);
        }
    }
}
