/** What the commands that observe running programs have in common: which targets, how they are reached, and Ctrl-C. */
@NullMarked
package io.tidemark.cli.observation;

import org.jspecify.annotations.NullMarked;
