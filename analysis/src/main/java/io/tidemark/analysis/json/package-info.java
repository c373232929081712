/**
 * Reports as JSON, for programs: what the text says, with numbers as they are and not as they are printed.
 *
 * <p>{@link io.tidemark.analysis.json.JsonReport} is the way in. All documents are of the schema {@code
 * tidemark.report/1}, which docs/json.md describes; whoever changes one changes the other.
 */
@NullMarked
package io.tidemark.analysis.json;

import org.jspecify.annotations.NullMarked;
