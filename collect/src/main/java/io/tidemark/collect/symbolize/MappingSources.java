package io.tidemark.collect.symbolize;

import io.tidemark.model.profile.Mapping;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.SymbolRewriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The addresses that profiles were fetched from, by the build ids and files of their mappings. After profiles have been
 * merged it still tells who can be asked for the symbols of a mapping.
 */
public final class MappingSources {
    private final Map<String, List<Source>> sources = new HashMap<>();

    /**
     * Where a mapping came from.
     *
     * @param url the address that the profile was fetched from
     * @param start the start of the mapping in that profile
     */
    record Source(String url, long start) {}

    /**
     * Remembers where a profile came from. A mapping of which neither file nor build id is known gets the address for its
     * file, so that it can be found again; {@link #withoutUrls} takes that back.
     */
    public Profile add(Profile profile, String url) {
        SymbolRewriter symbols = new SymbolRewriter(profile);
        for (int i = 0; i < profile.mappings().size(); i++) {
            Mapping mapping = profile.mappings().get(i);
            if (mapping.buildId().isEmpty() && mapping.file().isEmpty()) {
                mapping = mapping.withFile(url);
                symbols.mapping(i, mapping);
            }
            String key = mapping.buildId().isEmpty() ? mapping.file() : mapping.buildId();
            sources.computeIfAbsent(key, unused -> new ArrayList<>()).add(new Source(url, mapping.start()));
        }
        return symbols.build();
    }

    /** Remembers what another remembers, after its own. */
    public void addAll(MappingSources other) {
        other.sources.forEach((key, list) ->
                sources.computeIfAbsent(key, unused -> new ArrayList<>()).addAll(list));
    }

    /** The sources of a mapping, the first one first. */
    List<Source> of(Mapping mapping) {
        List<Source> found = new ArrayList<>(sources.getOrDefault(mapping.file(), List.of()));
        if (!mapping.buildId().isEmpty()) {
            found.addAll(sources.getOrDefault(mapping.buildId(), List.of()));
        }
        return found;
    }

    /** The profile without the files that are addresses. */
    public static Profile withoutUrls(Profile profile) {
        SymbolRewriter symbols = new SymbolRewriter(profile);
        for (int i = 0; i < profile.mappings().size(); i++) {
            Mapping mapping = profile.mappings().get(i);
            if (mapping.buildId().isEmpty() && !scheme(mapping.file()).isEmpty()) {
                symbols.mapping(i, mapping.withFile(""));
            }
        }
        return symbols.build();
    }

    /** Whether a file is an address of the web. */
    static boolean isHttp(String file) {
        return scheme(file).contains("http");
    }

    /** The scheme of an address in lower case; empty when it is none. */
    private static String scheme(String file) {
        int colon = file.indexOf(':');
        for (int i = 0; i < colon; i++) {
            char c = file.charAt(i);
            boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean isOther = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
            if (!isLetter && (i == 0 || !isOther)) {
                return "";
            }
        }
        return colon <= 0 ? "" : file.substring(0, colon).toLowerCase(Locale.ROOT);
    }
}
