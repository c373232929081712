package io.tidemark.model.profile;

import java.util.function.Predicate;

/** Matches locations by the names of their functions, files and mappings, asking the pattern once for each name. */
final class NameMatcher {
    private static final byte NO = 1;
    private static final byte YES = 2;

    private final Profile profile;
    private final Predicate<String> name;
    private final byte[] names; // by string index: 0 not asked yet, NO, YES
    private final boolean[] mappings;

    NameMatcher(Profile profile, Predicate<String> name) {
        this.profile = profile;
        this.name = name;
        this.names = new byte[profile.functions().strings().size()];
        this.mappings = new boolean[profile.mappings().size()];
        for (int i = 0; i < mappings.length; i++) {
            mappings[i] = name.test(profile.mappings().get(i).file());
        }
    }

    /** Whether a function name, a file or the mapping of a location matches. */
    boolean location(int location) {
        Locations locations = profile.locations();
        for (int line = locations.lineStart(location); line < locations.lineEnd(location); line++) {
            if (line(line)) {
                return true;
            }
        }
        return mapping(location);
    }

    /** Whether the file of a location's mapping matches. */
    boolean mapping(int location) {
        int mapping = profile.locations().mapping(location);
        return mapping >= 0 && mappings[mapping];
    }

    /** Whether the function or the file of a line matches. */
    boolean line(int line) {
        int function = profile.locations().function(line);
        return string(profile.functions().nameIndex(function))
                || string(profile.functions().filenameIndex(function));
    }

    private boolean string(int index) {
        if (names[index] == 0) {
            names[index] = name.test(profile.functions().strings().get(index)) ? YES : NO;
        }
        return names[index] == YES;
    }
}
