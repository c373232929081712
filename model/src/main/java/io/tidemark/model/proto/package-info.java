/**
 * profile.proto, read and written by hand.
 *
 * <p>The schema is small and frozen, and a generated parser makes an object of every sample, label and line: several
 * gigabytes for a profile that fits into three hundred megabytes of arrays. The tests prove this codec against
 * protobuf-java.
 *
 * @see <a href="https://github.com/google/pprof/blob/main/proto/profile.proto">profile.proto</a>
 */
@NullMarked
package io.tidemark.model.proto;

import org.jspecify.annotations.NullMarked;
