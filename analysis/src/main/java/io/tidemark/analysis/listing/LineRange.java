package io.tidemark.analysis.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Lines of a file that are shown together, since they belong to one function; the end is not part of them.
 *
 * @param function the name for people
 */
record LineRange(String function, long begin, long end, long flat, long cum) {
    /** Lines of one function with fewer lines between them are one range. */
    private static final long GAP = 20;

    /** How many lines more are shown on both sides. */
    private static final long MARGIN = 5;

    /** The ranges of a file, in the order of their lines. */
    static List<LineRange> split(CodeTable.SourceFile file, CodeTable code, Interest interest) {
        List<LineRange> ranges = new ArrayList<>();
        for (Map.Entry<Long, List<CodeTable.Use>> entry : file.lines().entrySet()) {
            long line = entry.getKey();
            long flat = 0;
            long cum = 0;
            for (CodeTable.Use use : entry.getValue()) {
                flat += code.at(use.address()).flat();
                cum += code.at(use.address()).cum();
            }
            LineRange next = new LineRange(interest.readableName(file.function(line)), line, line + 1, flat, cum);
            LineRange last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
            if (last != null && line - last.end < GAP && last.function.equals(next.function)) {
                ranges.set(ranges.size() - 1, last.to(next));
            } else {
                ranges.add(next);
            }
        }
        return widened(ranges);
    }

    private LineRange to(LineRange next) {
        return new LineRange(function, begin, next.end, flat + next.flat, cum + next.cum);
    }

    private LineRange with(long newBegin, long newEnd) {
        return new LineRange(function, newBegin, newEnd, flat, cum);
    }

    /** With margins, which neighbours share where they are near. Line 0, which is none, stays alone. */
    private static List<LineRange> widened(List<LineRange> ranges) {
        List<LineRange> widened = new ArrayList<>(ranges.size());
        for (int i = 0; i < ranges.size(); i++) {
            LineRange range = ranges.get(i);
            long before = i == 0 ? frontMargin(range.begin) : margin(ranges.get(i - 1), range);
            long after = i == ranges.size() - 1 ? MARGIN : margin(range, ranges.get(i + 1));
            widened.add(range.with(range.begin - before, range.end + after));
        }
        return widened;
    }

    private static long frontMargin(long begin) {
        return begin > MARGIN ? MARGIN : Math.max(0, begin - 1);
    }

    private static long margin(LineRange above, LineRange below) {
        return Math.min((below.begin - above.end) / 2, MARGIN);
    }
}
