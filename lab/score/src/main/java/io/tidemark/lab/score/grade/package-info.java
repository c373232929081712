/** Marks for answers, and what they amount to. The README of lab/score has the rules. */
@NullMarked
package io.tidemark.lab.score.grade;

import org.jspecify.annotations.NullMarked;
