package io.tidemark.model.legacy;

import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.text.Cursor;
import io.tidemark.model.text.Numbers;
import io.tidemark.model.text.Quoted;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The comments with which Go's {@code debug=1} pages explain a stack, when they are wanted.
 *
 * <pre>
 * 9 @ 0x43b2f6 0x407e5b 0x68f68b 0x4690c1
 * # labels: {"endpoint":"/orders"}
 * #	0x68f68a	main.leak.func1+0x2a	./main.go:85
 * </pre>
 *
 * <p>They leave out the runtime: its functions at the leaf, and {@code runtime.goexit} at the root. The former are named
 * {@value #HIDDEN} here, so that they are told from functions of the program, and dropped where those of the runtime are.
 */
final class GoComments {
    /** What stands for functions of the runtime that the comments leave out. */
    static final String HIDDEN = "runtime.[hidden]";

    private static final String LABELS = "# labels: ";

    private final boolean wanted;
    private final Limits limits;
    private final Symbols symbols = Symbols.besideAddresses();
    private final Set<Long> known = new HashSet<>(); // addresses explained by the comments of earlier samples
    private final Set<Long> current = new HashSet<>(); // and by those of the last one
    private int sample;

    GoComments(LegacyFormat.Comments comments, Limits limits) {
        this.wanted = comments == LegacyFormat.Comments.READ;
        this.limits = limits;
    }

    /** Reads a blank line or a comment, which belongs to the last sample. */
    void read(String line, AddressSamples samples) throws MalformedProfileException {
        if (!wanted || samples.size() == 0 || !line.startsWith("#")) {
            return;
        }
        if (line.startsWith(LABELS)) {
            Optional<LabelSet> labels = Quoted.readLabels(new Cursor(line, LABELS.length()), limits);
            if (labels.isPresent()) {
                samples.relabelLast(labels.get());
            }
        } else {
            if (sample != samples.size()) {
                sample = samples.size();
                known.addAll(current);
                current.clear();
            }
            frame(new Cursor(line, 1));
        }
    }

    /** Reads {@code 0x68f68a main.leak.func1+0x2a ./main.go:85}; other comments say nothing of a frame. */
    private void frame(Cursor cursor) {
        if (!cursor.skipSpaces() || !cursor.skip("0x")) {
            return;
        }
        OptionalLong address = Numbers.hex(cursor.hexDigits());
        if (address.isEmpty() || !cursor.skipSpaces()) {
            return;
        }
        String place = cursor.word();
        int plus = place.lastIndexOf("+0x");
        if (plus <= 0 || known.contains(address.getAsLong())) {
            return;
        }
        current.add(address.getAsLong());
        cursor.skipSpaces();
        String source = cursor.rest();
        int colon = source.lastIndexOf(':');
        OptionalLong line = Numbers.decimal(source.substring(colon + 1));
        symbols.add(
                address.getAsLong(),
                new SourceLine(
                        place.substring(0, plus),
                        colon < 0 ? source : source.substring(0, colon),
                        colon < 0 ? 0 : line.orElse(0)));
    }

    /** What the comments said of the addresses of all samples, and what they left out. */
    Symbols symbols(AddressSamples samples) {
        if (!symbols.isEmpty()) {
            for (int s = 0; s < samples.size(); s++) {
                nameHidden(samples, s);
            }
        }
        return symbols;
    }

    private void nameHidden(AddressSamples samples, int s) {
        int depth = samples.depth(s);
        int first = 0;
        while (first < depth && isUnknown(samples.address(s, first))) {
            first++;
        }
        if (first == depth) {
            return; // no comments at all
        }
        for (int place = 0; place < first; place++) {
            symbols.put(samples.address(s, place), new SourceLine(HIDDEN, "", 0));
        }
        if (isUnknown(samples.address(s, depth - 1))) {
            symbols.put(samples.address(s, depth - 1), new SourceLine("runtime.goexit", "", 0));
        }
    }

    /** Whether nothing is known, or only that it was left out at the leaf of another stack. */
    private boolean isUnknown(long address) {
        return symbols.of(address).isEmpty()
                || symbols.of(address).get(0).function().equals(HIDDEN);
    }
}
