package io.tidemark.model.collapsed;

import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Samples;
import io.tidemark.model.profile.StackSums;
import io.tidemark.model.profile.Utf8;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Writes the stacks of a profile with the sum of one sample type, in the order in which they come first.
 *
 * <pre>
 * main.main;main.run;main.encode 12
 * main.main;main.run;0x401f2c 3
 * </pre>
 *
 * <p>Inlined functions are frames of their own. Files, lines and labels are lost. A semicolon in a name becomes a colon,
 * a line end a blank. A location without a function is its address, or {@code [unknown]}. Stacks that add up to zero are
 * left out.
 */
public final class CollapsedWriter {
    private static final int BUFFER = 1 << 16;

    private final Profile profile;
    private final FrameNames names;

    private CollapsedWriter(Profile profile) {
        this.profile = profile;
        this.names = new FrameNames(profile);
    }

    /**
     * Writes one sample type; the stream stays open.
     *
     * @param type its index
     */
    public static void write(Profile profile, int type, OutputStream out) throws IOException {
        if (type < 0 || type >= profile.sampleTypes().size()) {
            throw new IllegalArgumentException("sample type " + type + " (expected 0.."
                    + (profile.sampleTypes().size() - 1) + ")");
        }
        CollapsedWriter writer = new CollapsedWriter(profile);
        writer.write(writer.sums(type), out);
    }

    private StackSums sums(int type) throws MalformedProfileException {
        StackSums sums = new StackSums(1);
        int[] stack = new int[64];
        for (Samples.Block block : profile.samples().blocks()) {
            for (int s = 0; s < block.size(); s++) {
                int depth = 0;
                for (int k = block.stackEnd(s) - 1; k >= block.stackStart(s); k--) {
                    int[] frames = names.ofLocation(block.location(k));
                    if (depth + frames.length > stack.length) {
                        stack = Arrays.copyOf(stack, Math.max(stack.length * 2, depth + frames.length));
                    }
                    System.arraycopy(frames, 0, stack, depth, frames.length);
                    depth += frames.length;
                }
                sums.add(stack, depth, 0, block.value(s, type));
            }
        }
        return sums;
    }

    private void write(StackSums sums, OutputStream out) throws IOException {
        ByteArrayOutputStream buffer = new ByteArrayOutputStream(BUFFER);
        for (int i = 0; i < sums.size(); i++) {
            if (sums.value(i, 0) != 0 && sums.stackStart(i) < sums.stackEnd(i)) {
                for (int k = sums.stackStart(i); k < sums.stackEnd(i); k++) {
                    buffer.writeBytes(names.text(sums.frame(k)));
                    buffer.write(k + 1 < sums.stackEnd(i) ? ';' : ' ');
                }
                buffer.writeBytes(Utf8.encode(sums.value(i, 0) + "\n"));
                if (buffer.size() >= BUFFER) {
                    buffer.writeTo(out);
                    buffer.reset();
                }
            }
        }
        buffer.writeTo(out);
    }
}
