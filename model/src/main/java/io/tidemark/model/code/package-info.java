/**
 * Machine code as the tools that read binaries tell of it: what is at an address. Plain values, with which the modules
 * that run the tools and those that print what they said talk to each other.
 */
@NullMarked
package io.tidemark.model.code;

import org.jspecify.annotations.NullMarked;
