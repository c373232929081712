package io.tidemark.model.profile;

import java.util.ArrayList;
import java.util.List;

/** Profiles to test with, written and read as lines such as {@code main;load;read 3} with the root first. */
final class Stacked {
    private Stacked() {}

    /** A profile of lines; {@code main;a+b 3} has b inlined into a, {@code {k:v}} before a line is a label. */
    static Profile profile(String... lines) {
        try {
            ProfileBuilder b = new ProfileBuilder(List.of(new ValueType("samples", "count")));
            for (String line : lines) {
                add(b, line);
            }
            return b.build();
        } catch (MalformedProfileException e) {
            throw new AssertionError(e);
        }
    }

    private static void add(ProfileBuilder b, String line) {
        LabelSet labels = LabelSet.EMPTY;
        String rest = line;
        if (line.startsWith("{")) {
            String[] label = line.substring(1, line.indexOf('}')).split(":", 2);
            labels = LabelSet.of(label[0], label[1]);
            rest = line.substring(line.indexOf('}') + 1);
        }
        int space = rest.lastIndexOf(' ');
        String[] frames = rest.substring(0, space).split(";", -1);
        int[] stack = new int[frames.length];
        for (int i = 0; i < frames.length; i++) {
            stack[frames.length - 1 - i] = location(b, frames[i]);
        }
        b.sample(labels, stack, Long.parseLong(rest.substring(space + 1)));
    }

    private static int location(ProfileBuilder b, String frame) {
        if (!frame.contains("+")) {
            return b.location(frame, frame + ".go", 1);
        }
        int location = b.location(b.locationCount() + 1L, -1, 0, false);
        List<String> inlined = new ArrayList<>(List.of(frame.split("\\+", -1)));
        for (int i = inlined.size() - 1; i >= 0; i--) {
            b.line(b.function(inlined.get(i), inlined.get(i) + ".go"), 1, 0);
        }
        return location;
    }

    /** The samples of a profile as lines, in order. */
    static List<String> lines(Profile profile) {
        List<String> lines = new ArrayList<>();
        for (Samples.Block block : profile.samples().blocks()) {
            for (int s = 0; s < block.size(); s++) {
                List<String> frames = new ArrayList<>();
                for (int k = block.stackEnd(s) - 1; k >= block.stackStart(s); k--) {
                    frames.add(frame(profile, block.location(k)));
                }
                LabelSet labels = profile.samples().labels(block.labels(s));
                lines.add((labels.isEmpty() ? "" : "{" + labels + "}") + String.join(";", frames) + " "
                        + block.value(s, 0));
            }
        }
        return lines;
    }

    private static String frame(Profile profile, int location) {
        List<String> names = new ArrayList<>();
        Locations all = profile.locations();
        for (int line = all.lineEnd(location) - 1; line >= all.lineStart(location); line--) {
            names.add(profile.functions().name(all.function(line)));
        }
        return String.join("+", names);
    }
}
