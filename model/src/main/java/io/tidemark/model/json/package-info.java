/** JSON, written as it comes. */
@NullMarked
package io.tidemark.model.json;

import org.jspecify.annotations.NullMarked;
