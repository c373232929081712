/**
 * Any profile: the format is told by the first bytes, and one of the codecs reads it.
 */
@NullMarked
package io.tidemark.model.format;

import org.jspecify.annotations.NullMarked;
