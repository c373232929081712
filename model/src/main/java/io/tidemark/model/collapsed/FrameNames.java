package io.tidemark.model.collapsed;

import io.tidemark.model.profile.Locations;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Utf8;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of the frames of a profile's locations, each with a number that stands for it in stacks. */
final class FrameNames {
    private final Profile profile;
    private final int[] @Nullable [] ofLocations;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<byte[]> texts = new ArrayList<>();

    FrameNames(Profile profile) {
        this.profile = profile;
        this.ofLocations = new int[profile.locations().size()][];
    }

    /** The numbers of the names of a location, the outermost function first. */
    int[] ofLocation(int location) {
        int[] known = ofLocations[location];
        if (known != null) {
            return known;
        }
        Locations all = profile.locations();
        int count = Math.max(1, all.lineCount(location));
        int[] frames = new int[count];
        if (all.lineCount(location) == 0) {
            frames[0] = number(address(all.address(location)));
        }
        for (int line = all.lineStart(location); line < all.lineEnd(location); line++) {
            String name = profile.functions().name(all.function(line));
            frames[all.lineEnd(location) - 1 - line] = number(name.isEmpty() ? address(all.address(location)) : name);
        }
        ofLocations[location] = frames;
        return frames;
    }

    /** The name of a number, in UTF-8. */
    byte[] text(int number) {
        return texts.get(number);
    }

    private int number(String name) {
        Integer known = numbers.putIfAbsent(name, texts.size());
        if (known != null) {
            return known;
        }
        texts.add(Utf8.encode(name.replace(';', ':').replace('\n', ' ').replace('\r', ' ')));
        return texts.size() - 1;
    }

    private static String address(long address) {
        return address == 0 ? "[unknown]" : "0x" + Long.toHexString(address);
    }
}
