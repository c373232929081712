package io.tidemark.analysis.signature;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Signature files that can't be used, with everything that is wrong with them.
 *
 * <pre>
 * my/queue.yaml:4: kind: 'heap-leak' (expected heap-growth, goroutine-leak, ...)
 * my/queue.yaml:9: signal: no signal 'go.heap.life'
 * </pre>
 */
public final class MalformedSignatureException extends IOException {
    private static final long serialVersionUID = 1;

    /** One thing that is wrong. */
    public record Problem(String file, int line, String text) {
        @Override
        public String toString() {
            return file + ":" + line + ": " + text;
        }
    }

    private final transient List<Problem> problems;

    MalformedSignatureException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All problems, in the order of the files and of their lines. */
    public List<Problem> problems() {
        return problems;
    }
}
