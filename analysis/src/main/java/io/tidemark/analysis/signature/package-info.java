/**
 * Known defects, described as data.
 *
 * <p>A {@link io.tidemark.analysis.signature.Signature} is a YAML file: what it matches, what is behind it, what to change,
 * and when it is wrong. The {@link io.tidemark.analysis.signature.Catalogue} has those that come with the program, and
 * those of a user; the {@link io.tidemark.analysis.signature.SignatureMatcher} names what fits a {@link
 * io.tidemark.analysis.signature.Suspect}. A signature is a name for growth that was measured elsewhere, never a proof of it.
 */
@NullMarked
package io.tidemark.analysis.signature;

import org.jspecify.annotations.NullMarked;
