package io.tidemark.model.format;

import io.tidemark.model.legacy.LegacyFormat;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.proto.ProfileProtoReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Optional;

/**
 * Reads a profile in whatever format it comes: profile.proto and the formats before it.
 *
 * <p>The first 64 KiB decide. What is text is never taken for profile.proto, of which a short text may well be the
 * beginning: a newline is the tag of a sample type.
 */
public final class ProfileFormats {
    private static final int HEAD = 1 << 16;

    private ProfileFormats() {}

    /** Reads a profile as {@link #read(InputStream, Limits, LegacyFormat.Comments)} does, and skips Go's comments. */
    public static Profile read(InputStream in, Limits limits) throws IOException {
        return read(in, limits, LegacyFormat.Comments.SKIP);
    }

    /**
     * Reads a profile to the end of the stream.
     *
     * @param in the input, decompressed
     * @param comments what to do with names and labels that are only in comments
     * @throws MalformedProfileException when the input is no profile, and then the message says what it looks like; when
     *     it breaks the rules of its format, or exceeds a limit
     */
    public static Profile read(InputStream in, Limits limits, LegacyFormat.Comments comments) throws IOException {
        byte[] head = in.readNBytes(HEAD);
        InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), in);
        if (!Foreign.isText(head) && ProfileProtoReader.looksLike(head)) {
            return ProfileProtoReader.read(all, limits);
        }
        Optional<LegacyFormat> legacy = LegacyFormat.of(head);
        if (legacy.isPresent()) {
            return legacy.get().read(all, limits, comments);
        }
        throw new MalformedProfileException(Foreign.describe(head));
    }
}
