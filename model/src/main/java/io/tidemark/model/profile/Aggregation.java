package io.tidemark.model.profile;

/**
 * Which details of a location stay; the others are forgotten, so that locations which differ in nothing else count as one.
 *
 * @param inlines the functions that were inlined; without them only the function that the compiler emitted stays
 * @param functions the names of functions
 * @param filenames the source files
 * @param lines the line numbers
 * @param columns the column numbers
 * @param addresses the addresses
 */
public record Aggregation(
        boolean inlines, boolean functions, boolean filenames, boolean lines, boolean columns, boolean addresses) {

    Profile apply(Profile profile) {
        Functions aggregated = functions && filenames
                ? profile.functions()
                : profile.functions().without(!functions, !filenames);
        boolean all = inlines && lines && columns && addresses;
        Locations locations = all ? profile.locations() : aggregate(profile.locations());
        return profile.withMappings(profile.mappings().stream()
                        .map(m -> m.withSymbols(aggregate(m.symbols())))
                        .toList())
                .withSymbols(profile.samples(), locations, aggregated);
    }

    private Mapping.Symbols aggregate(Mapping.Symbols symbols) {
        return new Mapping.Symbols(
                symbols.functions() && functions,
                symbols.filenames() && filenames,
                symbols.lineNumbers() && lines,
                symbols.inlineFrames() && inlines);
    }

    private Locations aggregate(Locations all) {
        Locations.Builder builder = new Locations.Builder();
        for (int location = 0; location < all.size(); location++) {
            long address = addresses ? all.address(location) : 0;
            builder.add(all.id(location), all.mapping(location), address, all.isFolded(location));
            int end = all.lineEnd(location);
            int start = inlines ? all.lineStart(location) : Math.max(all.lineStart(location), end - 1);
            for (int line = start; line < end; line++) {
                long column = lines && columns ? all.column(line) : 0;
                builder.line(all.function(line), lines ? all.line(line) : 0, column);
            }
        }
        return builder.build();
    }
}
