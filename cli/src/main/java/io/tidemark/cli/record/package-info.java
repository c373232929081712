/** {@code tidemark record}: observes running programs and writes a bundle, for a diagnosis elsewhere. */
@NullMarked
package io.tidemark.cli.record;

import org.jspecify.annotations.NullMarked;
