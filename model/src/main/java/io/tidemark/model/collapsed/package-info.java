/**
 * Collapsed stacks, also called folded: one stack a line, the form that flame graph tools exchange.
 *
 * @see <a href="https://github.com/brendangregg/FlameGraph#2-fold-stacks">FlameGraph</a>
 */
@NullMarked
package io.tidemark.model.collapsed;

import org.jspecify.annotations.NullMarked;
