/** {@code tidemark diagnose}: observes running programs, or reads what was observed, and gives the answer. */
@NullMarked
package io.tidemark.cli.diagnose;

import org.jspecify.annotations.NullMarked;
