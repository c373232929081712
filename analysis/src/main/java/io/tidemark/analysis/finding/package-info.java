/**
 * The answer of a diagnosis: a verdict, what was found, what it is not, and where the memory is.
 *
 * <p>A {@link io.tidemark.analysis.finding.Diagnosis} is pure data. Every form that people see, and the JSON that programs
 * read, is made from it and from nothing else.
 */
@NullMarked
package io.tidemark.analysis.finding;

import org.jspecify.annotations.NullMarked;
