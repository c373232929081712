package io.tidemark.model.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a profile other symbols: the lines of locations, the names of functions, the mappings. Samples, ids and the order
 * of everything stay as they are.
 *
 * <pre>{@code
 * SymbolRewriter symbols = new SymbolRewriter(profile);
 * int work = symbols.function("work", "_Z4workv", "work.cc", 12);
 * symbols.lines(location, List.of(new SymbolRewriter.Line(work, 14, 0)));
 * Profile symbolised = symbols.build();
 * }</pre>
 *
 * <p>A rewriter that was asked for nothing costs nothing and gives the profile back.
 */
public final class SymbolRewriter {
    private final Profile profile;
    private final List<Mapping> mappings;
    private final Map<Integer, List<Line>> lines = new HashMap<>();
    private final Map<NewFunction, Integer> added = new HashMap<>();
    private Functions.@Nullable Builder functions; // a copy, from the first change on
    private long nextId = -1;
    private boolean isMapped;

    /** A line of a location: the index of its function, the line in the source or 0, the column or 0. */
    public record Line(int function, long line, long column) {}

    private record NewFunction(String name, String systemName, String filename, long startLine) {}

    public SymbolRewriter(Profile profile) {
        this.profile = profile;
        this.mappings = new ArrayList<>(profile.mappings());
    }

    /** The index of a new function; one that is equal and was added here before is not added again. */
    public int function(String name, String systemName, String filename, long startLine) {
        return added.computeIfAbsent(new NewFunction(name, systemName, filename, startLine), key -> {
            Functions.Builder builder = functions();
            StringTable.Builder strings = builder.strings;
            return builder.add(
                    nextId(), strings.intern(name), strings.intern(systemName), strings.intern(filename), startLine);
        });
    }

    /** Gives a function of the profile another name; its system name stays. */
    public void rename(int function, String name) {
        Functions.Builder builder = functions();
        builder.rename(function, builder.strings.intern(name));
    }

    /** Replaces the lines of a location, innermost first. It counts as one that is not folded. */
    public void lines(int location, List<Line> newLines) {
        lines.put(location, List.copyOf(newLines));
    }

    /** A mapping as it is now. */
    public Mapping mapping(int index) {
        return mappings.get(index);
    }

    /** Replaces a mapping. */
    public void mapping(int index, Mapping mapping) {
        mappings.set(index, mapping);
    }

    /** Gives a profile that has no mapping one that every location is in. */
    public void mapEverything(Mapping mapping) {
        if (!mappings.isEmpty()) {
            throw new IllegalStateException("profile with " + mappings.size() + " mappings (expected none)");
        }
        mappings.add(mapping);
        isMapped = true;
    }

    /** The profile with all that was replaced. */
    public Profile build() {
        Profile result = mappings.equals(profile.mappings()) ? profile : profile.withMappings(mappings);
        if (functions == null && lines.isEmpty() && !isMapped) {
            return result;
        }
        Locations locations = lines.isEmpty() && !isMapped ? profile.locations() : locations();
        return result.withSymbols(
                profile.samples(), locations, functions == null ? profile.functions() : functions.build());
    }

    private Locations locations() {
        Locations all = profile.locations();
        Locations.Builder builder = new Locations.Builder();
        for (int location = 0; location < all.size(); location++) {
            List<Line> replaced = lines.get(location);
            int mapping = isMapped ? 0 : all.mapping(location);
            builder.add(all.id(location), mapping, all.address(location), replaced == null && all.isFolded(location));
            if (replaced == null) {
                builder.lines(all, all.lineStart(location), all.lineEnd(location));
            } else {
                replaced.forEach(line -> builder.line(line.function(), line.line(), line.column()));
            }
        }
        return builder.build();
    }

    private Functions.Builder functions() {
        Functions.Builder builder = functions;
        if (builder == null) {
            builder = profile.functions().toBuilder();
            functions = builder;
        }
        return builder;
    }

    private long nextId() {
        if (nextId < 0) {
            nextId = profile.functions().size();
            for (int function = 0; function < profile.functions().size(); function++) {
                nextId = Math.max(nextId, profile.functions().id(function));
            }
        }
        return ++nextId;
    }
}
