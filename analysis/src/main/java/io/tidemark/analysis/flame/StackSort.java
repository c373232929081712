package io.tidemark.analysis.flame;

import java.util.Arrays;

/**
 * Sorts stacks frame by frame, with the quicksort for strings by Bentley and Sedgewick: a range of stacks that are equal up
 * to a depth is parted in three by the frame there, and only the middle part goes on with the next frame. Each frame is
 * looked at a few times, where a hash table of ways would be searched at a random place for each.
 *
 * <p>What is still to be sorted is on a stack of our own, as profiles have stacks of any depth.
 *
 * @see <a href="https://doi.org/10.5555/314161.314321">Fast algorithms for sorting and searching strings</a>
 */
final class StackSort {
    private static final int SMALL = 12;

    private final int[] frames;
    private final int[] starts;
    private final int[] order;
    private final int[] keys; // by place in the order: the frame at the depth that is being sorted by, or -1
    private long[] ranges = new long[64]; // pairs of from and to, and depth
    private int rangeCount;

    private StackSort(int[] frames, int[] starts) {
        this.frames = frames;
        this.starts = starts;
        this.order = new int[starts.length - 1];
        this.keys = new int[order.length];
        Arrays.setAll(order, stack -> stack);
    }

    /**
     * The order of stacks.
     *
     * @param frames the stacks one after the other
     * @param starts where each starts, and where the last ends
     */
    static int[] order(int[] frames, int[] starts) {
        StackSort sort = new StackSort(frames, starts);
        sort.push(0, sort.order.length, 0);
        while (sort.rangeCount > 0) {
            sort.rangeCount -= 2;
            long range = sort.ranges[sort.rangeCount];
            sort.sort((int) (range >>> 32), (int) range, (int) sort.ranges[sort.rangeCount + 1]);
        }
        return sort.order;
    }

    private void push(int from, int to, int depth) {
        if (to - from < 2) {
            return;
        }
        if (rangeCount == ranges.length) {
            ranges = Arrays.copyOf(ranges, rangeCount * 2);
        }
        ranges[rangeCount++] = (long) from << 32 | to;
        ranges[rangeCount++] = depth;
    }

    private void sort(int from, int to, int depth) {
        if (to - from <= SMALL) {
            insert(from, to, depth);
            return;
        }
        boolean isSame = true;
        for (int place = from; place < to; place++) {
            keys[place] = key(order[place], depth);
            isSame &= keys[place] == keys[from];
        }
        if (isSame) {
            if (keys[from] >= 0) {
                push(from, to, depth + 1);
            }
            return;
        }
        int pivot = median(keys[from], keys[(from + to) >>> 1], keys[to - 1]);
        int less = from;
        int more = to;
        int place = from;
        while (place < more) {
            if (keys[place] < pivot) {
                swap(less++, place++);
            } else if (keys[place] > pivot) {
                swap(place, --more);
            } else {
                place++;
            }
        }
        push(from, less, depth);
        push(more, to, depth);
        if (pivot >= 0) {
            push(less, more, depth + 1);
        }
    }

    private int key(int stack, int depth) {
        int frame = starts[stack] + depth;
        return frame < starts[stack + 1] ? frames[frame] : -1;
    }

    private static int median(int a, int b, int c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    private void swap(int a, int b) {
        int stack = order[a];
        order[a] = order[b];
        order[b] = stack;
        int key = keys[a];
        keys[a] = keys[b];
        keys[b] = key;
    }

    private void insert(int from, int to, int depth) {
        for (int i = from + 1; i < to; i++) {
            int stack = order[i];
            int place = i;
            while (place > from && compare(order[place - 1], stack, depth) > 0) {
                order[place] = order[place - 1];
                place--;
            }
            order[place] = stack;
        }
    }

    private int compare(int a, int b, int depth) {
        return Arrays.compare(frames, starts[a] + depth, starts[a + 1], frames, starts[b] + depth, starts[b + 1]);
    }
}
