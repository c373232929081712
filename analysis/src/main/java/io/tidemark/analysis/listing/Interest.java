package io.tidemark.analysis.listing;

import io.tidemark.analysis.report.ReportOptions;
import io.tidemark.model.profile.Functions;
import io.tidemark.model.profile.Locations;
import io.tidemark.model.profile.Profile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The functions that a user asks for and that have samples, with the addresses of these. A function is asked for by its
 * name, the name that the binary has for it, its file, its binary, or an address.
 */
final class Interest {
    private final Set<String> functions = new HashSet<>();
    private final SortedMap<Long, Integer> locations = new TreeMap<>(Long::compareUnsigned);
    private final Map<String, String> readableNames = new HashMap<>();

    Interest(Profile profile, AddressCosts costs, ReportOptions.@Nullable Symbol symbol) {
        Locations all = profile.locations();
        OptionalLong address = symbol == null ? OptionalLong.empty() : SymbolAddress.parse(symbol.text());
        Matcher matcher = symbol == null ? null : new Matcher(profile, symbol.matches());
        for (int location : costs.seen()) {
            long here = costs.address(location);
            nameFunctions(profile, location);
            if (matcher == null || (address.isPresent() && address.getAsLong() == here)) {
                if (all.lineCount(location) > 0) {
                    mark(profile, location, all.lineEnd(location) - 1, here); // the function that is called there
                }
                continue;
            }
            boolean matchesBinary = matcher.binary(location);
            for (int line = all.lineStart(location); line < all.lineEnd(location); line++) {
                if ((matchesBinary && line == all.lineStart(location)) || matcher.line(line)) {
                    mark(profile, location, line, here);
                }
            }
        }
    }

    private void nameFunctions(Profile profile, int location) {
        Locations all = profile.locations();
        for (int line = all.lineStart(location); line < all.lineEnd(location); line++) {
            int function = all.function(line);
            readableNames.put(
                    profile.functions().systemName(function),
                    profile.functions().name(function));
        }
    }

    private void mark(Profile profile, int location, int line, long address) {
        int function = profile.locations().function(line);
        functions.add(profile.functions().name(function));
        functions.add(profile.functions().systemName(function));
        locations.putIfAbsent(address, location);
    }

    boolean isEmpty() {
        return functions.isEmpty();
    }

    /** Whether a function is asked for, by its name or by that of the binary. */
    boolean has(String function) {
        return functions.contains(function);
    }

    /** The addresses of samples, with the location of each. */
    SortedMap<Long, Integer> locations() {
        return locations;
    }

    /** The name that the profile shows for a name of the binary. */
    String readableName(String name) {
        return readableNames.getOrDefault(name, name);
    }

    /** Asks about each text once. */
    private static final class Matcher {
        private final Profile profile;
        private final Predicate<String> matches;
        private final byte[] known; // by string: 0 not asked yet, 1 no, 2 yes

        Matcher(Profile profile, Predicate<String> matches) {
            this.profile = profile;
            this.matches = matches;
            this.known = new byte[profile.functions().strings().size()];
        }

        boolean binary(int location) {
            int mapping = profile.locations().mapping(location);
            return mapping >= 0 && matches.test(profile.mappings().get(mapping).file());
        }

        boolean line(int line) {
            Functions functions = profile.functions();
            int function = profile.locations().function(line);
            return string(functions.nameIndex(function))
                    || string(functions.systemNameIndex(function))
                    || string(functions.filenameIndex(function));
        }

        private boolean string(int index) {
            if (known[index] == 0) {
                known[index] =
                        (byte) (matches.test(profile.functions().strings().get(index)) ? 2 : 1);
            }
            return known[index] == 2;
        }
    }
}
