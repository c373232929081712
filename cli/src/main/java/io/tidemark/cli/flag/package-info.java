/**
 * Flags in Go's manner: one dash or two, {@code -name=value} or {@code -name value}, switches without a value, and an end at
 * the first argument that is no flag.
 *
 * @see <a href="https://pkg.go.dev/flag">package flag</a>
 */
@NullMarked
package io.tidemark.cli.flag;

import org.jspecify.annotations.NullMarked;
