/** Marks as tables, for people and for programs. */
@NullMarked
package io.tidemark.lab.score.report;

import org.jspecify.annotations.NullMarked;
