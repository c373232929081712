/** Scripts that teach a user's shell (bash, zsh, fish) the commands and flags of Tidemark, made from their tables. */
@NullMarked
package io.tidemark.cli.completion;

import org.jspecify.annotations.NullMarked;
