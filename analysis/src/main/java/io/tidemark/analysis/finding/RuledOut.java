package io.tidemark.analysis.finding;

/**
 * What it is not.
 *
 * @param because the number that says so
 */
public record RuledOut(Kind kind, String because) {}
