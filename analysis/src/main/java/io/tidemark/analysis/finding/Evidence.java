package io.tidemark.analysis.finding;

/**
 * One fact that was measured.
 *
 * @param text a clause for people, with the number in it
 * @param value the number by itself
 * @param unit {@code bytes}, {@code count}, {@code bytes/minute}, {@code count/minute}, {@code ratio}, {@code seconds}
 * @param source where it was measured, such as {@code heap profile}
 */
public record Evidence(String text, double value, String unit, String source) {}
