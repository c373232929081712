package io.tidemark.model.goroutine;

import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.text.Cursor;
import io.tidemark.model.text.Numbers;
import io.tidemark.model.text.Quoted;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The line that a goroutine starts with.
 *
 * <pre>
 * goroutine 18 [chan receive, 106 minutes, locked to thread]:
 * goroutine 19 gp=0xc000002380 m=nil [select (durable), synctest bubble 7]:
 * goroutine 20 [IO wait labels:{"endpoint": "/orders"}]:
 * </pre>
 *
 * @param state what it does or waits for, such as {@code chan receive}
 * @param waitMinutes for how long it has waited, or 0 for less than a minute
 * @param isLocked whether it is bound to its thread
 * @param bubble the test bubble that it is in, or empty
 * @param labels its own labels, which Go 1.26 and later print when asked to
 */
record GoroutineHeader(String state, long waitMinutes, boolean isLocked, String bubble, LabelSet labels) {
    private static final String START = "goroutine ";
    private static final String LABELS = " labels:{";
    private static final String SCANNED = " (scan)"; // by the collector, just then: nothing about the goroutine

    /** The parts of a line; empty when it is no such line. */
    static Optional<GoroutineHeader> parse(String line, Limits limits) {
        if (!line.startsWith(START) || !line.endsWith("]:")) {
            return Optional.empty();
        }
        Cursor cursor = new Cursor(line, START.length());
        int open = line.indexOf(" [");
        if (cursor.digits().isEmpty() || open < cursor.position()) {
            return Optional.empty();
        }
        String inside = line.substring(open + 2, line.length() - 2);
        LabelSet labels = LabelSet.EMPTY;
        int at = inside.indexOf(LABELS);
        if (at >= 0) {
            Cursor braces = new Cursor(inside, at + LABELS.length() - 1);
            labels = Quoted.readLabels(braces, limits).orElse(LabelSet.EMPTY);
            inside = inside.substring(0, at);
        }
        return Optional.of(parse(inside, labels));
    }

    private static GoroutineHeader parse(String inside, LabelSet labels) {
        String[] parts = inside.split(", ", 8);
        String state = parts[0].replace(SCANNED, "");
        long minutes = 0;
        boolean isLocked = false;
        String bubble = "";
        for (int i = 1; i < parts.length; i++) {
            String part = parts[i];
            if (part.endsWith(" minutes")) {
                OptionalLong number = Numbers.decimal(part.substring(0, part.indexOf(' ')));
                minutes = number.orElse(0);
            } else if (part.equals("locked to thread")) {
                isLocked = true;
            } else if (part.startsWith("synctest ")) {
                bubble = part.substring(part.lastIndexOf(' ') + 1);
            }
        }
        return new GoroutineHeader(state, minutes, isLocked, bubble, labels);
    }

    /** All of it as labels, with the function that started the goroutine, if that is known. */
    LabelSet toLabels(String creator) {
        LabelSet.Builder all = new LabelSet.Builder();
        for (int i = 0; i < labels.textCount(); i++) {
            all.text(labels.textKey(i), labels.textValue(i));
        }
        all.text("state", state);
        if (!creator.isEmpty()) {
            all.text("creator", creator);
        }
        if (isLocked) {
            all.text("locked", "thread");
        }
        if (!bubble.isEmpty()) {
            all.text("bubble", bubble);
        }
        if (waitMinutes != 0) {
            all.number("wait", waitMinutes, "minutes");
        }
        return all.build();
    }
}
