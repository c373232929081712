/** How profiles get here: from files, directories and URLs, however they are compressed. */
@NullMarked
package io.tidemark.collect;

import org.jspecify.annotations.NullMarked;
