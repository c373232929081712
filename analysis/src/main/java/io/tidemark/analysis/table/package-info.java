/** Tables of more numbers than pprof's, as text. */
@NullMarked
package io.tidemark.analysis.table;

import org.jspecify.annotations.NullMarked;
