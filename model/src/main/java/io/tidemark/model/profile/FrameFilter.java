package io.tidemark.model.profile;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which samples and frames to show, by name: a function's, its file's or its mapping's.
 *
 * @param focus only samples with a frame that matches; null for all
 * @param ignore no samples with a frame that matches; null for none
 * @param hide no frames that match; null for none
 * @param show only frames that match; null for all
 */
public record FrameFilter(
        @Nullable Predicate<String> focus,
        @Nullable Predicate<String> ignore,
        @Nullable Predicate<String> hide,
        @Nullable Predicate<String> show) {

    /**
     * What a filter made of a profile.
     *
     * @param profile the filtered profile
     * @param focused whether a frame of the profile matched the focus; also true without one
     * @param ignored whether a frame matched what is to be ignored
     * @param hidden whether a frame matched what is to be hidden
     * @param shown whether a frame matched what alone is to be shown
     */
    public record Result(Profile profile, boolean focused, boolean ignored, boolean hidden, boolean shown) {}

    Result apply(Profile profile) {
        if (focus == null && ignore == null && hide == null && show == null) {
            return new Result(profile, true, false, false, false);
        }
        return new Application(this, profile).result();
    }

    /** One filter at work on one profile. */
    private static final class Application {
        private static final byte FOCUSED = 1;
        private static final byte IGNORED = 2;

        private final Profile profile;
        private final Locations.Builder locations = new Locations.Builder();
        private final byte[] verdicts;
        private final boolean[] hiddenLocations;
        private boolean focused;
        private boolean ignored;
        private boolean hidden;
        private boolean shown;
        private boolean anyHidden;

        Application(FrameFilter filter, Profile profile) {
            this.profile = profile;
            this.verdicts = new byte[profile.locations().size()];
            this.hiddenLocations = new boolean[profile.locations().size()];
            NameMatcher focus = matcher(filter.focus());
            NameMatcher ignore = matcher(filter.ignore());
            NameMatcher hide = matcher(filter.hide());
            NameMatcher show = matcher(filter.show());
            for (int location = 0; location < verdicts.length; location++) {
                judge(location, focus, ignore);
                filterLines(location, hide, show);
            }
        }

        private @Nullable NameMatcher matcher(@Nullable Predicate<String> name) {
            return name == null ? null : new NameMatcher(profile, name);
        }

        private void judge(int location, @Nullable NameMatcher focus, @Nullable NameMatcher ignore) {
            if (ignore != null && ignore.location(location)) {
                ignored = true;
                verdicts[location] = IGNORED;
            } else if (focus == null || focus.location(location)) {
                focused = true;
                verdicts[location] = FOCUSED;
            }
        }

        private void filterLines(int location, @Nullable NameMatcher hide, @Nullable NameMatcher show) {
            Locations all = profile.locations();
            locations.add(all.id(location), all.mapping(location), all.address(location), all.isFolded(location));
            boolean hides = hide != null && hide.location(location);
            hidden |= hides;
            boolean hidesAll = hide != null && hides && hide.mapping(location);
            boolean showsAll = show == null || show.mapping(location);
            int count = 0;
            for (int line = all.lineStart(location); line < all.lineEnd(location); line++) {
                boolean hidesLine = hidesAll || (hide != null && hides && hide.line(line));
                if (!hidesLine && (showsAll || show == null || show.line(line))) {
                    locations.lines(all, line, line + 1);
                    count++;
                }
            }
            if (count == 0 && (hides || show != null)) {
                hiddenLocations[location] = true;
                anyHidden = true;
            } else if (show != null) {
                shown = true;
            }
        }

        Result result() {
            Samples samples = anyHidden
                    ? Stacks.hide(profile.samples(), hiddenLocations, this::passes)
                    : Stacks.select(profile.samples(), this::passes);
            Profile filtered = profile.withSymbols(samples, locations.build(), profile.functions());
            return new Result(filtered, focused, ignored, hidden, shown);
        }

        /** Whether a stack has a location that is in focus and none that is ignored. */
        private boolean passes(Samples.Block block, int sample) {
            boolean found = false;
            for (int k = block.stackStart(sample); k < block.stackEnd(sample); k++) {
                byte verdict = verdicts[block.location(k)];
                if (verdict == IGNORED) {
                    return false;
                }
                found |= verdict == FOCUSED;
            }
            return found;
        }
    }
}
