package io.tidemark.model.proc;

import io.tidemark.model.text.MalformedTextException;
import io.tidemark.model.text.Numbers;
import java.util.OptionalLong;

/**
 * When a process started and what it used of the processor, from {@code /proc/PID/stat}.
 *
 * <pre>4711 (my (odd) name) S 1 4711 4711 0 -1 4194560 2153 0 12 0 815 93 0 0 20 0 11 0 8829123 1265958912 5242 ...</pre>
 *
 * <p>Times are in ticks, of which every kernel shows 100 a second to programs.
 *
 * @param command the name of the program, which may have blanks and brackets in it
 * @param state such as {@code S} for sleeping, {@code Z} for a zombie
 * @param cpuTicks time on a processor, in the program and for it in the kernel
 * @param startTicks when it started, since the machine did
 */
public record ProcessStat(
        long pid, String command, char state, long parent, long cpuTicks, long threads, long startTicks) {
    /** Ticks in a second. */
    public static final int TICKS = 100;

    private static final String WHAT = "proc/stat";
    private static final int START = 22; // the number of the last field that is read, as proc(5) counts them

    /** The values of a text. */
    public static ProcessStat parse(String text) throws MalformedTextException {
        int open = text.indexOf('(');
        int close = text.lastIndexOf(')');
        if (open < 2 || close < open || close + 4 > text.length()) {
            throw MalformedTextException.at(WHAT, 1, text, "a number, a name in brackets, a state");
        }
        String[] fields = text.substring(close + 2).split(" ", START);
        if (fields.length < START - 1 || fields[0].length() != 1) {
            throw MalformedTextException.at(WHAT, 1, text, "more than " + START + " fields");
        }
        return new ProcessStat(
                number(text.substring(0, open - 1)),
                text.substring(open + 1, close),
                fields[0].charAt(0),
                number(fields[1]),
                Math.addExact(number(fields[11]), number(fields[12])),
                number(fields[17]),
                number(fields[19]));
    }

    public double cpuSeconds() {
        return (double) cpuTicks / TICKS;
    }

    public double startSeconds() {
        return (double) startTicks / TICKS;
    }

    private static long number(String text) throws MalformedTextException {
        OptionalLong number = Numbers.decimal(text);
        if (number.isEmpty() || number.getAsLong() < 0 || number.getAsLong() > Long.MAX_VALUE / 2) {
            throw MalformedTextException.at(WHAT, 1, text, "a number");
        }
        return number.getAsLong();
    }
}
