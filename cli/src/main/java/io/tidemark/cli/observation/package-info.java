/** The arguments of the commands that observe running programs: which targets, for how long, and how they are reached. */
@NullMarked
package io.tidemark.cli.observation;

import org.jspecify.annotations.NullMarked;
