package io.tidemark.analysis.snapshot;

import io.tidemark.model.code.Frame;
import io.tidemark.model.observation.CaptureName;
import io.tidemark.model.profile.Functions;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Locations;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Samples;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is in use at one time, by stack.
 *
 * <p>A table that was pasted has no stacks: there a stack is one function, and what it holds together with all that it calls
 * is known beside what it holds itself.
 *
 * @param total all that is in use, in bytes
 * @param isTable whether the stacks are single functions
 * @param stacks the largest first, at most 500
 */
public record HeldHeap(double total, boolean isTable, List<Held> stacks) {
    private static final int MOST = 500;

    /**
     * What one stack holds.
     *
     * @param stack the leaf first
     * @param bytes in use, those of the functions that it calls included
     * @param flat in use, without those; the same where there are stacks
     * @param objects how many they are; 0 when that is not known
     * @param objectBytes the size of one; 0 when that is not known
     */
    public record Held(List<Frame> stack, double bytes, double flat, double objects, double objectBytes) {
        public Held {
            stack = List.copyOf(stack);
        }
    }

    public HeldHeap {
        stacks = List.copyOf(stacks);
    }

    /** What a profile says that has {@code inuse_space}. */
    public static HeldHeap of(Profile profile) {
        int space = index(profile, "inuse_space");
        int cum = index(profile, "cum");
        int objects = index(profile, "inuse_objects");
        List<Held> stacks = new ArrayList<>();
        double sum = 0;
        double largest = 0;
        for (Samples.Block block : profile.samples().blocks()) {
            for (int s = 0; s < block.size(); s++) {
                double flat = space < 0 ? 0 : block.value(s, space);
                double bytes = cum < 0 ? flat : block.value(s, cum);
                double size = labelled(profile.samples().labels(block.labels(s)));
                double count = objects >= 0 ? block.value(s, objects) : size > 0 ? Math.rint(bytes / size) : 0;
                sum += flat;
                largest = Math.max(largest, bytes);
                if (bytes > 0) {
                    double each = size > 0 || count == 0 ? size : Math.rint(bytes / count);
                    stacks.add(new Held(frames(profile, block, s), bytes, flat, count, each));
                }
            }
        }
        stacks.sort(Comparator.comparingDouble(Held::bytes).reversed());
        double total = Math.max(printed(profile), Math.max(sum, largest));
        return new HeldHeap(total, cum >= 0, stacks.subList(0, Math.min(MOST, stacks.size())));
    }

    private static int index(Profile profile, String type) {
        for (int i = 0; i < profile.sampleTypes().size(); i++) {
            if (profile.sampleTypes().get(i).type().equals(type)) {
                return i;
            }
        }
        return -1;
    }

    private static double printed(Profile profile) {
        return profile.header().comments().stream()
                .filter(comment -> comment.startsWith(CaptureName.TOTAL))
                .map(comment -> comment.substring(CaptureName.TOTAL.length()))
                .filter(number -> number.matches("\\d{1,18}"))
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElse(0);
    }

    /** The size of the objects, where a label has it; else 0. */
    private static double labelled(LabelSet labels) {
        double size = 0;
        for (int i = 0; i < labels.numberCount(); i++) {
            size = labels.numberKey(i).equals("bytes") ? labels.number(i) : size;
        }
        return size;
    }

    private static List<Frame> frames(Profile profile, Samples.Block block, int sample) {
        Locations locations = profile.locations();
        Functions functions = profile.functions();
        List<Frame> stack = new ArrayList<>();
        for (int k = block.stackStart(sample); k < block.stackEnd(sample); k++) {
            int location = block.location(k);
            for (int line = locations.lineStart(location); line < locations.lineEnd(location); line++) {
                int function = locations.function(line);
                stack.add(Frame.of(functions.name(function), functions.filename(function), locations.line(line)));
            }
        }
        return stack;
    }
}
