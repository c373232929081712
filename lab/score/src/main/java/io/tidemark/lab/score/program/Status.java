package io.tidemark.lab.score.program;

/**
 * What a program says of itself at {@code /lab}, for those who know the truth.
 *
 * @param events how many there were so far
 * @param capped which limit has ended the load; empty for none
 * @param cgroup its control group, where it has one of its own; else empty
 */
public record Status(long events, String capped, String cgroup) {}
