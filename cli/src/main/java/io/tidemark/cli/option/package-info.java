/** Commands whose options picocli reads: what they have in common, from their command line to their exit status. */
@NullMarked
package io.tidemark.cli.option;

import org.jspecify.annotations.NullMarked;
