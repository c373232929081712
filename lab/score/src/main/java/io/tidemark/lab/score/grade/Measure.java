package io.tidemark.lab.score.grade;

import java.util.List;
import java.util.function.Function;

/**
 * A row of the summary.
 *
 * @param name for people
 * @param of what it makes of the grades of a group
 */
public record Measure(String name, Function<List<Grade>, Figure> of) {}
