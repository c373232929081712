package io.tidemark.analysis.signature;

import java.util.List;

/**
 * Frames in order, the innermost first.
 *
 * <pre>
 * google.golang.org/grpc/internal/transport.newBufWriter     the innermost frame, but for those of the runtime
 * ...                                                        any number of frames, also none
 * google.golang.org/grpc/internal/transport.newHTTP2Client   what comes after it does not matter
 * </pre>
 *
 * <p>{@value #ANY} is one frame, whichever; {@value #PROGRAM} one outside of Go's standard library; {@value #ROOT}, at the
 * end, says that the stack ends there.
 */
public final class StackPattern {
    static final String GAP = "...";
    static final String ANY = "<any>";
    static final String PROGRAM = "<program>";
    static final String ROOT = "<root>";

    private final List<String> texts;
    private final FramePattern[] frames; // not asked where the text is one of the signs

    private StackPattern(List<String> texts, FramePattern[] frames) {
        this.texts = texts;
        this.frames = frames;
    }

    /**
     * A pattern of these frames and signs.
     *
     * @throws IllegalArgumentException when it can't match, with what was expected
     */
    static StackPattern of(List<String> texts) {
        FramePattern[] frames = new FramePattern[texts.size()];
        for (int i = 0; i < frames.length; i++) {
            String text = texts.get(i);
            if (text.equals(ROOT) ? i < frames.length - 1 || i == 0 : text.startsWith("<") && !isSign(text)) {
                throw new IllegalArgumentException(
                        "'" + text + "' (expected a function, ..., <any>, <program>, or <root> as the last)");
            }
            frames[i] = FramePattern.of(text);
        }
        return new StackPattern(List.copyOf(texts), frames);
    }

    private static boolean isSign(String text) {
        return text.equals(GAP) || text.equals(ANY) || text.equals(PROGRAM) || text.equals(ROOT);
    }

    /** The frames and signs, as they were written. */
    public List<String> frames() {
        return texts;
    }

    boolean matches(Stack stack) {
        return matches(stack, 0) || (stack.leaf() > 0 && matches(stack, stack.leaf()));
    }

    /** As a shell matches a name: what follows the last gap is tried further out, what came before it stands. */
    private boolean matches(Stack stack, int from) {
        int at = from;
        int index = 0;
        int gap = -1;
        int gapAt = -1;
        while (index < frames.length) {
            String text = texts.get(index);
            if (text.equals(GAP)) {
                gap = index++;
                gapAt = at;
            } else if (text.equals(ROOT) ? at == stack.size() : at < stack.size() && isFrame(stack, at, index)) {
                at++;
                index++;
            } else if (gap < 0 || gapAt >= stack.size()) {
                return false;
            } else {
                at = ++gapAt;
                index = gap + 1;
            }
        }
        return true;
    }

    private boolean isFrame(Stack stack, int at, int index) {
        String name = stack.name(at);
        return switch (texts.get(index)) {
            case ANY -> true;
            case PROGRAM -> !GoName.isStandard(name);
            default -> frames[index].matches(name);
        };
    }

    /** How much it says when it matches. */
    double weight() {
        double sum = 0;
        for (int i = 0; i < frames.length; i++) {
            String text = texts.get(i);
            sum += text.equals(PROGRAM) || text.equals(ROOT) ? 0.5 : isSign(text) ? 0 : frames[i].weight();
        }
        return sum;
    }

    @Override
    public String toString() {
        return String.join(" < ", texts);
    }
}
