package io.tidemark.analysis.reading;

import io.tidemark.model.format.ProfileFormats;
import io.tidemark.model.legacy.LegacyFormat;
import io.tidemark.model.observation.Capture;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Utf8;
import io.tidemark.model.text.MalformedTextException;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** The content of a capture, unpacked and never longer than a limit. */
final class Content {
    private static final Limits LIMITS = Limits.DEFAULT.withMaxBytes(1L << 30);
    private static final int MAX_TEXT = 64 << 20;

    private Content() {}

    /** The bytes, decompressed if they are packed with gzip. */
    static InputStream open(Capture capture) throws IOException {
        InputStream in = new BufferedInputStream(capture.open());
        in.mark(2);
        boolean isPacked = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        return isPacked ? new Bounded(new GZIPInputStream(in)) : in;
    }

    static Profile profile(Capture capture) throws IOException {
        try (InputStream in = open(capture)) {
            return ProfileFormats.read(in, LIMITS, LegacyFormat.Comments.READ);
        }
    }

    static String text(Capture capture) throws IOException {
        try (InputStream in = open(capture)) {
            byte[] bytes = in.readNBytes(MAX_TEXT + 1);
            if (bytes.length > MAX_TEXT) {
                throw new MalformedTextException(capture.name() + " of more than " + MAX_TEXT + " bytes (the limit)");
            }
            return Utf8.decode(bytes);
        }
    }

    static Limits limits() {
        return LIMITS;
    }

    /** A stream that refuses to be longer than the limit: a packed megabyte can be a thousand. */
    private static final class Bounded extends FilterInputStream {
        private long left = LIMITS.maxBytes();

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new MalformedTextException("more than " + LIMITS.maxBytes() + " bytes when unpacked (the limit)");
            }
        }
    }
}
