/** From a profile to an answer: graphs, reports and flame trees, as functions over immutable values. */
@NullMarked
package io.tidemark.analysis;

import org.jspecify.annotations.NullMarked;
