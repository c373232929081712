/**
 * What Linux tells of the processes of this machine: {@code /proc}, sockets, and control groups of memory.
 *
 * <p>The files come out as they are, for others to decode. Where they are comes in with {@link
 * io.tidemark.collect.process.SystemFiles}, so recorded trees can be read like a live machine.
 */
@NullMarked
package io.tidemark.collect.process;

import org.jspecify.annotations.NullMarked;
