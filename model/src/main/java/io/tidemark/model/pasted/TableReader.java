package io.tidemark.model.pasted;

import io.tidemark.model.profile.Hash;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ProfileBuilder;
import io.tidemark.model.profile.ValueType;
import io.tidemark.model.text.Cursor;
import io.tidemark.model.text.LineReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the table of {@code top}, and that of {@code tree} and {@code peek}.
 *
 * <pre>
 *       flat  flat%   sum%        cum   cum%
 *      1.50s 50.00% 50.00%      3.00s   100%  main.encode
 *
 *       flat  flat%   sum%        cum   cum%   calls calls% + context
 * ----------------------------------------------------------+-------------
 *                                              3.00s   100% |   main.main
 *      1.50s 50.00% 50.00%      3.00s   100%                | main.encode
 *                                              1.50s 50.00% |   main.write
 * ----------------------------------------------------------+-------------
 * </pre>
 *
 * <p>A row is a sample with a stack of that one frame and the values {@code cum} and {@code flat}, which is also what
 * pprof's {@code -topproto} makes of a profile: reports of {@code flat} give the table back, reports of {@code cum} its
 * other column, while their sum means nothing. In a tree there is {@code calls} too, with the weight of each call, as a
 * sample whose stack is the callee and its caller. The stacks, the labels, what the report dropped, and the digits that it
 * did not print are lost.
 */
final class TableReader {
    private static final String COLUMNS = "flat flat% sum% cum cum%";
    private static final String TREE_COLUMNS = COLUMNS + " calls calls% + context";
    private static final String DASHES = "----------";

    private record Call(int caller, int callee) {
        @Override
        public int hashCode() {
            return Hash.end(Hash.add(Hash.add(Hash.start(2), caller), callee));
        }
    }

    private final LineReader lines;
    private final boolean isTree;
    private final ProfileBuilder builder;
    private final Frames frames;
    private final Map<Call, Long> calls = new LinkedHashMap<>();
    private final Map<Integer, Long> callers = new LinkedHashMap<>(); // of the node that comes next
    private int node = -1; // the one whose callees come next
    private String unit = "";

    private TableReader(LineReader lines, boolean isTree) throws IOException {
        this.lines = lines;
        this.isTree = isTree;
        Heading heading = Heading.read(lines, isTree ? TableReader::isTreeHeading : TableReader::isTopHeading);
        List<String> comments =
                heading.type().isEmpty() ? List.of() : List.of("read from a report of " + heading.type());
        this.builder = heading.toBuilder(types("count"), comments);
        this.frames = new Frames(builder, heading.addMapping(builder));
    }

    static boolean isTopHeading(String line) {
        return words(line).equals(COLUMNS);
    }

    static boolean isTreeHeading(String line) {
        return words(line).equals(TREE_COLUMNS);
    }

    private static String words(String line) {
        boolean maybe = line.length() < 200 && line.contains("flat%");
        return maybe ? String.join(" ", line.strip().split("\\s+")) : "";
    }

    static Profile read(LineReader lines, boolean isTree) throws IOException {
        return new TableReader(lines, isTree).read();
    }

    private List<ValueType> types(String unit) {
        ValueType cum = new ValueType("cum", unit);
        ValueType flat = new ValueType("flat", unit);
        return isTree ? List.of(new ValueType("calls", unit), cum, flat) : List.of(cum, flat);
    }

    private Profile read() throws IOException {
        while (lines.next() && !isEnd(lines.line())) {
            if (isTree) {
                treeRow(lines.line());
            } else {
                row(lines.line(), 5);
            }
        }
        endBlock();
        calls.forEach((call, weight) ->
                builder.sample(LabelSet.EMPTY, new int[] {call.callee(), call.caller()}, weight, 0, 0));
        List<ValueType> types = types(unit.isEmpty() ? "count" : unit);
        return builder.header(builder.header().withSampleTypes(types, "")).build();
    }

    private static boolean isEnd(String line) {
        return line.isBlank() || line.startsWith("(pprof)");
    }

    private void treeRow(String line) throws IOException {
        int bar = line.indexOf('|');
        if (line.startsWith(DASHES)) {
            endBlock();
        } else if (bar < 0) {
            throw lines.malformed("no row of a tree");
        } else if (line.substring(0, bar).strip().split("\\s+", 4).length > 2) {
            node = row(line.substring(0, bar) + "  " + line.substring(bar + 1), 5);
            callers.forEach((caller, weight) -> calls.put(new Call(caller, node), weight));
            callers.clear();
        } else {
            call(line, bar);
        }
    }

    private void call(String line, int bar) throws IOException {
        long weight = amount(new Cursor(line, 0));
        int other = frames.location(List.of(Frame.parse(line.substring(bar + 1))));
        if (node < 0) {
            callers.put(other, weight);
        } else {
            calls.put(new Call(node, other), weight);
        }
    }

    private void endBlock() {
        node = -1;
        callers.clear();
    }

    /** Reads {@code 1.50s 50.00% 50.00% 3.00s 100% main.encode}, and gives the location of the frame. */
    private int row(String line, int columns) throws IOException {
        Cursor cursor = new Cursor(line, 0);
        long flat = amount(cursor);
        percentage(cursor);
        percentage(cursor);
        long cum = amount(cursor);
        percentage(cursor);
        String name = cursor.rest().strip();
        if (name.isEmpty()) {
            throw lines.malformed("row without a name (expected " + columns + " columns before it)");
        }
        int location = frames.location(List.of(Frame.parse(name)));
        long[] values = isTree ? new long[] {0, cum, flat} : new long[] {cum, flat};
        builder.sample(LabelSet.EMPTY, new int[] {location}, values);
        return location;
    }

    private long amount(Cursor cursor) throws IOException {
        cursor.skipSpaces();
        Optional<Amount> amount = Amount.parse(cursor.word());
        if (amount.isEmpty()) {
            throw lines.malformed("no row of the table (expected an amount such as 1.50MB)");
        }
        unit = unit.isEmpty() ? amount.get().unit() : unit;
        return amount.get().value();
    }

    private void percentage(Cursor cursor) throws IOException {
        cursor.skipSpaces();
        String word = cursor.word();
        if (!word.endsWith("%")) {
            throw lines.malformed("no row of the table (expected a percentage)");
        }
    }
}
