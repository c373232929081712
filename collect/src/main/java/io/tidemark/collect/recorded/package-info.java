/**
 * What the arguments of a command stand for: targets to observe, or observations that were made before, in bundles or as
 * loose profiles.
 */
@NullMarked
package io.tidemark.collect.recorded;

import org.jspecify.annotations.NullMarked;
