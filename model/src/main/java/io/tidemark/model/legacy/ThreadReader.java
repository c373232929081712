package io.tidemark.model.legacy;

import io.tidemark.model.profile.Header;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ValueType;
import io.tidemark.model.text.Characters;
import io.tidemark.model.text.Cursor;
import io.tidemark.model.text.LineReader;
import java.io.IOException;
import java.util.List;

/**
 * Reads the stacks of C++ threads.
 *
 * <pre>
 * --- threadz 1 ---
 *
 * --- Thread 7f794ab90940 (name: main/14748) stack: ---
 *   PC:  0x00bc8f1c: helper(arg *)
 *   0x0040be31: main
 * --- Thread 7f7948978700 (name: worker/14759) stack: ---
 *   [same as previous thread]
 * --- Memory map: ---
 *   00400000-00fcb000: /bin/server
 * </pre>
 *
 * <p>The names are not used. The memory map must be there; a line {@code ---- no stack trace for ...} may come before it.
 */
final class ThreadReader {
    private static final ValueType THREADS = new ValueType("thread", "count");

    private final LineReader lines;
    private final AddressSamples samples;
    private String line = "";

    private ThreadReader(LineReader lines, Limits limits) {
        this.lines = lines;
        this.samples = new AddressSamples(1, limits);
    }

    static boolean isHeader(String line) {
        return isStart(line) || isThread(line);
    }

    static Profile read(LineReader lines, Limits limits) throws IOException {
        return new ThreadReader(lines, limits).read();
    }

    private Profile read() throws IOException {
        while (lines.next() && LegacyFormat.isBlankOrComment(lines.line())) {
            // comments may come before the header
        }
        line = lines.line();
        if (isStart(line)) {
            while (lines.next()) {
                line = lines.line();
                if (MemoryMap.isStart(line) || line.startsWith("-")) {
                    break;
                }
            }
        }
        while (!MemoryMap.isStart(line) && !line.startsWith("---- no stack trace for")) {
            if (!isThread(line)) {
                throw lines.malformed("neither a thread nor the memory map");
            }
            thread();
        }
        Header header = new Header(
                List.of(THREADS), "", new Header.Period(THREADS, 1), 0, 0, List.of(), "", Header.FrameRules.NONE);
        samples.dropDuplicateLeaves();
        return samples.build(header, MemoryMap.readAfterStart(lines), Symbols.besideAddresses());
    }

    /** Reads one stack, up to the line that starts with dashes. */
    private void thread() throws IOException {
        boolean sameAsPrevious = false;
        line = "";
        while (lines.next()) {
            line = Characters.trim(lines.line());
            if (line.startsWith("---")) {
                break;
            }
            if (line.contains("same as previous thread")) {
                sameAsPrevious = true;
            } else {
                Stacks.addLeafAndReturns(line, lines, samples);
            }
        }
        if (sameAsPrevious || samples.depth() == 0) {
            samples.discard();
            if (samples.size() > 0) {
                samples.repeatLast();
            }
        } else {
            samples.end(LabelSet.EMPTY, 1);
        }
    }

    /** Whether a line has {@code --- threadz 1 ---} in it. */
    private static boolean isStart(String line) {
        String start = "--- threadz ";
        for (int at = line.indexOf(start); at >= 0; at = line.indexOf(start, at + 1)) {
            Cursor cursor = new Cursor(line, at + start.length());
            if (!cursor.digits().isEmpty() && cursor.skip(" ---")) {
                return true;
            }
        }
        return false;
    }

    /** Whether a line has {@code --- Thread 7f794ab90940 (name: main/14748) stack: ---} in it. */
    private static boolean isThread(String line) {
        String start = "--- Thread ";
        for (int at = line.indexOf(start); at >= 0; at = line.indexOf(start, at + 1)) {
            Cursor cursor = new Cursor(line, at + start.length());
            if (!cursor.hexDigits().isEmpty() && cursor.skip(" (name: ")) {
                return hasNumberBefore(line, cursor.position(), ") stack: ---");
            }
        }
        return false;
    }

    /** Whether a text comes after {@code from} with a slash and digits right before it. */
    private static boolean hasNumberBefore(String line, int from, String text) {
        for (int at = line.indexOf(text, from); at >= 0; at = line.indexOf(text, at + 1)) {
            int digits = at;
            while (digits > from && Characters.isDigit(line.charAt(digits - 1))) {
                digits--;
            }
            if (digits < at && digits > from && line.charAt(digits - 1) == '/') {
                return true;
            }
        }
        return false;
    }
}
