package io.tidemark.model.profile;

import java.util.function.Predicate;

/** The operations that cut stacks where a frame matches. */
final class Pruning {
    private static final byte NONE = 0;
    private static final byte BENEATH = 1; // the frames that a location's remaining lines call
    private static final byte WHOLE = 2; // the location too

    private Pruning() {}

    static Profile showFrom(Profile profile, Predicate<String> name) {
        Locations all = profile.locations();
        NameMatcher matcher = new NameMatcher(profile, name);
        boolean[] matched = new boolean[all.size()];
        Locations.Builder locations = new Locations.Builder();
        for (int location = 0; location < all.size(); location++) {
            int end = all.lineEnd(location);
            if (matcher.mapping(location)) {
                matched[location] = true;
            } else {
                int line = end - 1;
                while (line >= all.lineStart(location) && !matcher.line(line)) {
                    line--;
                }
                if (line >= all.lineStart(location)) {
                    matched[location] = true;
                    end = line + 1;
                }
            }
            copy(all, location, all.lineStart(location), end, locations);
        }
        Samples samples = Stacks.cut(profile.samples(), (block, s, range) -> {
            for (int k = range[1] - 1; k >= range[0]; k--) {
                if (matched[block.location(k)]) {
                    range[1] = k + 1;
                    return true;
                }
            }
            return false;
        });
        return profile.withSymbols(samples, locations.build(), profile.functions());
    }

    static Profile prune(Profile profile, Predicate<String> drop, Predicate<String> keep) {
        Locations all = profile.locations();
        byte[] verdicts = new byte[all.size()];
        Locations.Builder locations = new Locations.Builder();
        Predicate<String> prunes = name -> {
            String simple = simplify(name);
            return drop.test(simple) && !keep.test(simple);
        };
        FunctionMatcher matcher = new FunctionMatcher(profile.functions(), prunes);
        for (int location = 0; location < all.size(); location++) {
            int start = all.lineStart(location);
            int end = all.lineEnd(location);
            int line = end - 1;
            while (line >= start && !matcher.matches(all.function(line))) {
                line--;
            }
            if (line >= start) {
                verdicts[location] = line == end - 1 ? WHOLE : BENEATH;
                if (line < end - 1) {
                    start = line + 1;
                }
            }
            copy(all, location, start, end, locations);
        }
        Samples samples = Stacks.cut(profile.samples(), (block, s, range) -> {
            boolean foundUser = false;
            for (int k = range[1] - 1; k >= range[0]; k--) {
                byte verdict = verdicts[block.location(k)];
                if (verdict == NONE) {
                    foundUser = true;
                } else if (foundUser) {
                    range[0] = verdict == WHOLE ? k + 1 : k;
                    break;
                }
            }
            return true;
        });
        return profile.withSymbols(samples, locations.build(), profile.functions());
    }

    static Profile pruneFrom(Profile profile, Predicate<String> name) {
        Locations all = profile.locations();
        boolean[] matched = new boolean[all.size()];
        Locations.Builder locations = new Locations.Builder();
        FunctionMatcher matcher = new FunctionMatcher(profile.functions(), text -> name.test(simplify(text)));
        for (int location = 0; location < all.size(); location++) {
            int start = all.lineStart(location);
            int end = all.lineEnd(location);
            int line = start;
            while (line < end && !matcher.matches(all.function(line))) {
                line++;
            }
            matched[location] = line < end;
            copy(all, location, line < end ? line : start, end, locations);
        }
        Samples samples = Stacks.cut(profile.samples(), (block, s, range) -> {
            for (int k = range[0]; k < range[1]; k++) {
                if (matched[block.location(k)]) {
                    range[0] = k;
                    break;
                }
            }
            return true;
        });
        return profile.withSymbols(samples, locations.build(), profile.functions());
    }

    private static void copy(Locations all, int location, int from, int to, Locations.Builder target) {
        target.add(all.id(location), all.mapping(location), all.address(location), all.isFolded(location));
        target.lines(all, from, to);
    }

    /** Asks a pattern once for each function; a function without a name never matches. */
    private static final class FunctionMatcher {
        private final Functions functions;
        private final Predicate<String> name;
        private final byte[] known; // 0 not asked, 1 no, 2 yes

        FunctionMatcher(Functions functions, Predicate<String> name) {
            this.functions = functions;
            this.name = name;
            this.known = new byte[functions.size()];
        }

        boolean matches(int function) {
            if (known[function] == 0) {
                String text = functions.name(function);
                known[function] = (byte) (!text.isEmpty() && name.test(text) ? 2 : 1);
            }
            return known[function] == 2;
        }
    }

    /**
     * A name without its argument list, from the first parenthesis that is not part of {@code (anonymous namespace)} or
     * {@code operator()}, and without the dot that PowerPC puts before it.
     */
    static String simplify(String name) {
        String text = name.startsWith(".") ? name.substring(1) : name;
        int i = 0;
        while (i < text.length()) {
            if (text.startsWith("(anonymous namespace)", i)) {
                i += "(anonymous namespace)".length();
            } else if (text.startsWith("operator()", i)) {
                i += "operator()".length();
            } else if (text.charAt(i) == '(') {
                return text.substring(0, i);
            } else {
                i++;
            }
        }
        return text;
    }
}
