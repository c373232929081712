package io.tidemark.model.format;

import io.tidemark.model.collapsed.CollapsedReader;
import io.tidemark.model.goroutine.GoroutineReader;
import io.tidemark.model.legacy.LegacyFormat;
import io.tidemark.model.pasted.PastedReport;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Utf8;
import io.tidemark.model.proto.ProfileProtoReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.Optional;

/**
 * Reads a profile in whatever format it comes: profile.proto, the formats before it, dumps of goroutines, collapsed
 * stacks, and reports of pprof as text.
 *
 * <p>The first 64 KiB decide. What is text is never taken for profile.proto, of which a short text may well be the
 * beginning: a newline is the tag of a sample type. Collapsed stacks, which have no mark of their own, are what is left
 * when the first lines are all stacks with a count.
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
        Optional<Format> format = format(head);
        if (format.isEmpty()) {
            throw new MalformedProfileException(Foreign.describe(head));
        }
        InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), in);
        return format.get().read(all, limits, comments);
    }

    /** Whether an input is a profile, be it a broken one; this reads as much of it as it takes to tell. */
    public static boolean isProfile(InputStream in) throws IOException {
        return format(in.readNBytes(HEAD)).isPresent();
    }

    /** One of the codecs. */
    private interface Format {
        Profile read(InputStream in, Limits limits, LegacyFormat.Comments comments) throws IOException;
    }

    private static Optional<Format> format(byte[] head) {
        if (!Foreign.isText(head) && ProfileProtoReader.looksLike(head)) {
            return Optional.of((in, limits, comments) -> ProfileProtoReader.read(in, limits));
        }
        Optional<LegacyFormat> legacy = LegacyFormat.of(head);
        if (legacy.isPresent()) {
            return Optional.of(legacy.get()::read);
        }
        Optional<PastedReport> report = PastedReport.of(head);
        if (report.isPresent()) {
            return Optional.of((in, limits, comments) -> report.get().read(in, limits));
        }
        List<String> lines = firstLines(head);
        if (lines.stream().anyMatch(GoroutineReader::isHeader)) {
            return Optional.of((in, limits, comments) -> GoroutineReader.read(in, limits));
        }
        if (!lines.isEmpty() && lines.stream().allMatch(CollapsedReader::isStack)) {
            return Optional.of((in, limits, comments) -> CollapsedReader.read(in, limits));
        }
        return Optional.empty();
    }

    /** The lines of a text that are there as a whole and not empty, without comments; none of what is no text. */
    private static List<String> firstLines(byte[] head) {
        if (!Foreign.isText(head)) {
            return List.of();
        }
        String text = Utf8.decode(head);
        int end = head.length < HEAD ? text.length() : text.lastIndexOf('\n') + 1;
        return text.substring(0, end)
                .lines()
                .filter(line -> !line.isBlank() && line.charAt(0) != '#')
                .toList();
    }
}
