/**
 * The sources and binaries of this machine, for the reports that show code: what {@code list}, {@code disasm} and {@code
 * weblist} are handed in.
 */
@NullMarked
package io.tidemark.cli.code;

import org.jspecify.annotations.NullMarked;
