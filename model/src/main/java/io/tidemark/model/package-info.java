/**
 * What everything else talks about: profiles and their codecs. Pure data. Nothing here depends on
 * a library, opens a file or a socket, starts a thread or reads a clock.
 */
@NullMarked
package io.tidemark.model;

import org.jspecify.annotations.NullMarked;
