package io.tidemark.model.proc;

import io.tidemark.model.observation.CaptureName;
import io.tidemark.model.text.MalformedTextException;
import io.tidemark.model.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Another process of the same control group.
 *
 * <pre>4712	4711	S	3188	sidecar</pre>
 *
 * @param parent the number of the process that started it
 * @param state such as {@code S} for sleeping, {@code Z} for a zombie
 * @param anon resident anonymous memory, in bytes
 */
public record OtherProcess(long pid, long parent, char state, long anon, String name) {
    private static final String EXPECTED = "pid, parent, state, kB and name, tabs between them";

    /** The processes of a listing, a line for each; the memory is in kB there. */
    public static List<OtherProcess> parse(String text) throws MalformedTextException {
        List<OtherProcess> all = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            String line = text.substring(start, end);
            String[] fields = line.split("\t", 5);
            if (fields.length != 5 || fields[2].length() != 1) {
                throw MalformedTextException.at("proc/others", all.size() + 1L, line, EXPECTED);
            }
            long[] numbers = {number(fields[0]), number(fields[1]), number(fields[3])};
            if (numbers[0] < 0 || numbers[1] < 0 || numbers[2] < 0) {
                throw MalformedTextException.at("proc/others", all.size() + 1L, line, EXPECTED);
            }
            all.add(new OtherProcess(numbers[0], numbers[1], fields[2].charAt(0), numbers[2] * 1024, fields[4]));
            start = end + 1;
        }
        return all;
    }

    /** A number that is not too large for one of kB, or -1. */
    private static long number(String text) {
        OptionalLong number = Numbers.decimal(text);
        return number.isPresent() && number.getAsLong() <= Long.MAX_VALUE / 1024 ? number.getAsLong() : -1;
    }

    /** Whether it is the one that made the observation. */
    public boolean isObserver() {
        return name.equals(CaptureName.OBSERVER);
    }
}
