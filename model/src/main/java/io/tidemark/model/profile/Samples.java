package io.tidemark.model.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The samples of a profile, in columns, in blocks of a thousand.
 *
 * <p>Blocks keep every array small and exactly as large as it must be: reading a profile never copies what it has read,
 * and an operation that changes the values, the labels or the length of stacks shares all other columns. Walk them so:
 *
 * <pre>{@code
 * for (Samples.Block block : samples.blocks()) {
 *     for (int s = 0; s < block.size(); s++) {
 *         for (int k = block.stackStart(s); k < block.stackEnd(s); k++) {   // leaf first
 *             int location = block.location(k);
 *         }
 *         long value = block.value(s, type);
 *         LabelSet labels = samples.labels(block.labels(s));
 *     }
 * }
 * }</pre>
 */
public final class Samples {
    private final List<Block> blocks;
    private final int types;
    private final List<LabelSet> labelSets;
    private final int size;

    Samples(List<Block> blocks, int types, List<LabelSet> labelSets) {
        this.blocks = List.copyOf(blocks);
        this.types = types;
        this.labelSets = List.copyOf(labelSets);
        int count = 0;
        for (Block block : blocks) {
            count = Math.addExact(count, block.size);
        }
        this.size = count;
    }

    /** The number of samples. */
    public int size() {
        return size;
    }

    /** The number of values of each sample. */
    public int types() {
        return types;
    }

    public List<Block> blocks() {
        return blocks;
    }

    /** The label set of an index that {@link Block#labels} gave. */
    public LabelSet labels(int index) {
        return labelSets.get(index);
    }

    /** The label sets that samples refer to, in the order of their first sample; index 0 is the empty set. */
    public List<LabelSet> labelSets() {
        return labelSets;
    }

    /** The same samples with each label set replaced; {@code sets} has the size of {@link #labelSets}. */
    Samples withLabelSets(List<LabelSet> sets) {
        if (sets.get(0).isEmpty()) {
            return new Samples(blocks, types, sets);
        }
        // Index 0 means no labels: what it became gets an index of its own.
        List<LabelSet> shifted = new ArrayList<>(sets.size() + 1);
        shifted.add(LabelSet.EMPTY);
        shifted.addAll(sets);
        List<Block> relabelled = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            int[] labels = new int[block.size];
            Arrays.setAll(labels, s -> block.labels(s) + 1);
            relabelled.add(block.withLabels(labels));
        }
        return new Samples(relabelled, types, shifted);
    }

    Samples withBlocks(List<Block> newBlocks) {
        return new Samples(newBlocks, types, labelSets);
    }

    /** A thousand samples. The stacks lie in one column of location indices, leaf first. */
    public static final class Block {
        private final int size;
        private final int types;
        private final int[] starts;
        private final int[] ends;
        private final Frames frames;
        private final long[] values;
        private final int @Nullable [] labels;

        Block(int size, int types, int[] starts, int[] ends, Frames frames, long[] values, int @Nullable [] labels) {
            this.size = size;
            this.types = types;
            this.starts = starts;
            this.ends = ends;
            this.frames = frames;
            this.values = values;
            this.labels = labels;
        }

        public int size() {
            return size;
        }

        /** Where the stack of a sample starts, with its leaf. */
        public int stackStart(int sample) {
            return starts[sample];
        }

        /** One beyond the root of the stack of a sample. */
        public int stackEnd(int sample) {
            return ends[sample];
        }

        /** The location at a place of a stack. */
        public int location(int place) {
            return frames.get(place);
        }

        /** A value of a sample; {@code type} is the index of its sample type. */
        public long value(int sample, int type) {
            return values[sample * types + type];
        }

        /** Whether every value of a sample is zero. */
        public boolean isZero(int sample) {
            for (int i = sample * types, end = i + types; i < end; i++) {
                if (values[i] != 0) {
                    return false;
                }
            }
            return true;
        }

        /** The index of the label set of a sample; 0 is the empty set. */
        public int labels(int sample) {
            return labels == null ? 0 : labels[sample];
        }

        /** The same samples with other values, {@code size} times {@code newTypes} of them. */
        Block withValues(int newTypes, long[] newValues) {
            return new Block(size, newTypes, starts, ends, frames, newValues, labels);
        }

        private Block withFrames(Frames newFrames) {
            return new Block(size, types, starts, ends, newFrames, values, labels);
        }

        /** The same samples with other label sets. */
        Block withLabels(int[] newLabels) {
            return new Block(size, types, starts, ends, frames, values, newLabels);
        }

        /**
         * The samples for which {@code kept} says so, with stacks that start and end where the arrays say; the locations
         * are shared.
         */
        Block select(boolean[] kept, int[] newStarts, int[] newEnds) {
            int count = 0;
            for (int s = 0; s < size; s++) {
                count += kept[s] ? 1 : 0;
            }
            int[] selectedStarts = new int[count];
            int[] selectedEnds = new int[count];
            long[] selectedValues = new long[count * types];
            int[] selectedLabels = labels == null ? null : new int[count];
            int next = 0;
            for (int s = 0; s < size; s++) {
                if (kept[s]) {
                    selectedStarts[next] = newStarts[s];
                    selectedEnds[next] = newEnds[s];
                    System.arraycopy(values, s * types, selectedValues, next * types, types);
                    if (selectedLabels != null) {
                        selectedLabels[next] = labels(s);
                    }
                    next++;
                }
            }
            return new Block(count, types, selectedStarts, selectedEnds, frames, selectedValues, selectedLabels);
        }

        int[] starts() {
            return starts;
        }

        int[] ends() {
            return ends;
        }
    }

    /** Collects samples: the locations of one, leaf first, its values, then {@link #end}. */
    public static final class Builder {
        private static final int BLOCK = 1 << 10;

        private int types = -1; // as many as the first sample has
        private final List<Block> blocks = new ArrayList<>();
        private int size;
        private int[] starts = new int[64];
        private int[] ends = new int[64];
        private final Frames.Builder frames = new Frames.Builder();
        private int stackStart;
        private long[] values = new long[64];
        private int valueCount;
        private int @Nullable [] labels;
        private int total;

        /** Adds a location to the stack of the sample that is being collected. */
        void location(int location) {
            frames.add(location);
        }

        /** Adds the first {@code count} locations of an array to the stack of the sample that is being collected. */
        void locations(int[] stack, int count) {
            frames.add(stack, count);
        }

        /** Adds the next value of the sample that is being collected. */
        void value(long value) {
            if (valueCount == values.length) {
                values = Arrays.copyOf(values, valueCount * 2);
            }
            values[valueCount++] = value;
        }

        /** Adds the first {@code count} of an array to the values of the sample that is being collected. */
        void values(long[] added, int count) {
            if (count > values.length - valueCount) {
                values = Arrays.copyOf(values, Math.max(valueCount + count, values.length * 2));
            }
            System.arraycopy(added, 0, values, valueCount, count);
            valueCount += count;
        }

        /** The number of frames of the sample that is being collected. */
        int depth() {
            return frames.size() - stackStart;
        }

        /** The number of samples so far. */
        int size() {
            return total;
        }

        /** The number of values of each sample; -1 before the first. */
        int types() {
            return types;
        }

        /** Ends a sample, which must have as many values as the first. */
        void end(int labelSet) {
            if (types < 0) {
                types = valueCount;
            }
            if (valueCount != (size + 1) * types) {
                int got = valueCount - size * types;
                throw new IllegalStateException("sample with " + got + " values (expected " + types + ")");
            }
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, size * 2);
                ends = Arrays.copyOf(ends, size * 2);
                if (labels != null) {
                    labels = Arrays.copyOf(labels, size * 2);
                }
            }
            starts[size] = stackStart;
            ends[size] = frames.size();
            if (labelSet != 0 && labels == null) {
                labels = new int[starts.length];
            }
            if (labels != null) {
                labels[size] = labelSet;
            }
            stackStart = frames.size();
            size++;
            total++;
            if (size == BLOCK) {
                flush();
            }
        }

        /** Ends a sample with the values and the labels of another. */
        void endLike(Block block, int sample) {
            for (int type = 0; type < block.types; type++) {
                value(block.value(sample, type));
            }
            end(block.labels(sample));
        }

        private void flush() {
            if (size == 0) {
                return;
            }
            blocks.add(new Block(
                    size,
                    types,
                    Arrays.copyOf(starts, size),
                    Arrays.copyOf(ends, size),
                    frames.build(),
                    Arrays.copyOf(values, valueCount),
                    labels == null ? null : Arrays.copyOf(labels, size)));
            size = 0;
            stackStart = 0;
            valueCount = 0;
            labels = null;
        }

        /** Replaces each location by {@code indices[location]}, which must not be negative. */
        void renumber(int[] indices) throws MalformedProfileException {
            flush();
            for (int i = 0; i < blocks.size(); i++) {
                Block block = blocks.get(i);
                blocks.set(i, block.withFrames(block.frames.renumber(indices)));
            }
        }

        /** Whether a sample has this stack and this label set. */
        boolean isSame(int sample, int[] stack, int depth, int labelSet) {
            int b = sample / BLOCK;
            int s = sample % BLOCK;
            if (b < blocks.size()) {
                Block block = blocks.get(b);
                return block.labels(s) == labelSet && block.frames.isSame(block.starts[s], block.ends[s], stack, depth);
            }
            return (labels == null ? 0 : labels[s]) == labelSet && frames.isSame(starts[s], ends[s], stack, depth);
        }

        /** Adds to the values of a sample. */
        void addValues(int sample, Block source, int sourceSample) {
            int b = sample / BLOCK;
            long[] target = b < blocks.size() ? blocks.get(b).values : values;
            int at = sample % BLOCK * types;
            for (int type = 0; type < types; type++) {
                target[at + type] += source.value(sourceSample, type);
            }
        }

        /** The samples, each of so many values. */
        Samples build(int valueTypes, List<LabelSet> labelSets) {
            flush();
            return new Samples(blocks, valueTypes, labelSets);
        }
    }
}
