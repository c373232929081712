package io.tidemark.model.legacy;

/**
 * Where an address lies in the source.
 *
 * @param function the name of the function
 * @param file its source file, or the library; may be empty
 * @param line the number of the line, or 0
 */
record SourceLine(String function, String file, long line) {}
