package io.tidemark.analysis.finding;

import java.util.List;

/**
 * The code to look at.
 *
 * @param function the function of the program that owns what was found, as profiles name it
 * @param file empty when it is not known
 * @param line 0 when it is not known
 * @param stack the stack that shows it, innermost function first, each as {@code function file:line}
 */
public record Culprit(String function, String file, long line, List<String> stack) {
    public Culprit {
        stack = List.copyOf(stack);
    }
}
