package io.tidemark.collect.binary;

import io.tidemark.collect.demangle.Demangler;
import io.tidemark.collect.demangle.Style;
import io.tidemark.collect.tool.ToolProcess;
import io.tidemark.collect.tool.Tools;
import io.tidemark.model.code.Symbol;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Looks for symbols of a file by name, mangled or not, or by an address that they cover. */
final class SymbolSearch {
    /** The styles that a name may be asked for in. */
    private static final List<Style> STYLES = List.of(Style.FULL, Style.TEMPLATES, Style.SIMPLE);

    private final List<Group> groups;
    private final Predicate<String> matches;
    private final List<Map<String, String>> demangled;

    /** Symbols at one address. */
    private record Group(List<String> names, long start, long end) {
        boolean covers(long address) {
            return Long.compareUnsigned(address, start) >= 0 && Long.compareUnsigned(address, end) <= 0;
        }
    }

    private SymbolSearch(List<Group> groups, Predicate<String> matches, List<Map<String, String>> demangled) {
        this.groups = groups;
        this.matches = matches;
        this.demangled = demangled;
    }

    /**
     * The symbols of a file that match, in the order of their addresses.
     *
     * @param matches tests names as they are in the file, and then demangled
     * @param address an address of the file, whose symbol has all its names; 0 for none
     */
    static List<Symbol> find(Tools tools, String file, Predicate<String> matches, long address) throws IOException {
        String nm = tools.nm().orElseThrow(() -> new IOException("nm not found"));
        List<Group> groups = new ArrayList<>();
        try (ToolProcess tool = ToolProcess.start(List.of(nm, "-n", file), tools.patience())) {
            read(tool, groups);
            tool.finish();
        }
        return new SymbolSearch(groups, matches, demangle(tools, groups, matches)).find(address);
    }

    private static void read(ToolProcess tool, List<Group> groups) throws IOException {
        List<String> names = new ArrayList<>();
        long start = 0;
        for (Optional<String> line = tool.readLine(); line.isPresent(); line = tool.readLine()) {
            Optional<NmLine> symbol = NmLine.parse(line.get());
            if (symbol.isEmpty()) {
                continue;
            }
            long address = symbol.get().address();
            if (address != start && !names.isEmpty()) {
                groups.add(new Group(names, start, address - 1));
                names = new ArrayList<>();
            }
            names.add(symbol.get().name());
            start = address;
        }
        if (!names.isEmpty()) {
            groups.add(new Group(names, start, -1));
        }
    }

    /** The names that only match demangled, if at all, in each of the styles. */
    private static List<Map<String, String>> demangle(Tools tools, List<Group> groups, Predicate<String> matches) {
        List<String> candidates = groups.stream()
                .flatMap(group -> group.names().stream())
                .filter(name -> Demangler.isMangled(name) && !matches.test(name))
                .toList();
        Demangler demangler = new Demangler(tools);
        List<Map<String, String>> demangled = new ArrayList<>();
        for (Style style : STYLES) {
            Map<String, String> names = new HashMap<>();
            try {
                names = demangler.demangle(candidates, style);
            } catch (IOException e) {
                // Without c++filt the names of the file are the only ones.
            }
            demangled.add(names);
        }
        return demangled;
    }

    private List<Symbol> find(long address) {
        List<Symbol> found = new ArrayList<>();
        for (Group group : groups) {
            if (address != 0 && group.covers(address)) {
                found.add(new Symbol(group.names(), group.start(), group.end()));
            } else {
                group.names().stream()
                        .flatMap(name -> matching(name).stream())
                        .findFirst()
                        .ifPresent(name -> found.add(new Symbol(List.of(name), group.start(), group.end())));
            }
        }
        return found;
    }

    /** A name as it matches. */
    private Optional<String> matching(String name) {
        if (matches.test(name)) {
            return Optional.of(name);
        }
        for (Map<String, String> style : demangled) {
            String readable = style.get(name);
            if (readable != null && matches.test(readable)) {
                return Optional.of(readable);
            }
        }
        return Optional.empty();
    }

    /** A line of nm: {@code 0000000000001139 T main}. */
    record NmLine(long address, String name) {
        static Optional<NmLine> parse(String line) {
            String text = line.strip();
            int end = 0;
            while (end < text.length() && Character.digit(text.charAt(end), 16) >= 0) {
                end++;
            }
            int type = skipSpace(text, end);
            int name = skipSpace(text, type + 1);
            if (end == 0 || end > 16 || type == end || type >= text.length() || name == type + 1) {
                return Optional.empty();
            }
            return Optional.of(new NmLine(Long.parseUnsignedLong(text, 0, end, 16), text.substring(name)));
        }

        private static int skipSpace(String text, int from) {
            int at = from;
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return Math.min(at, text.length());
        }
    }
}
