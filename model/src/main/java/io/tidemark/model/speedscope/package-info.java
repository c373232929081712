/**
 * Profiles for speedscope, a viewer of flame graphs that runs in the browser.
 *
 * @see <a href="https://www.speedscope.app/file-format-schema.json">the schema of its files</a>
 */
@NullMarked
package io.tidemark.model.speedscope;

import org.jspecify.annotations.NullMarked;
