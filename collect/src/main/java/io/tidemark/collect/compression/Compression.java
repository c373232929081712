package io.tidemark.collect.compression;

import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.MalformedProfileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Unwraps what is compressed with gzip or zstd, as the first bytes tell. */
public final class Compression {
    /** Servers compress what is compressed already; more than this many times is somebody's joke. */
    private static final int MAX_LAYERS = 4;

    // a character a byte
    private static final String GZIP = "\u001F\u008B";
    private static final String ZSTD = "(\u00B5/\u00FD";

    private Compression() {}

    /**
     * The bytes that a stream had before they were compressed, as often as that was. Closing the result closes the stream.
     * Reading it throws a {@link MalformedProfileException} when the compressed bytes are broken or are too many.
     *
     * @param in compressed or not
     * @param limits how many bytes may come in, and out of each layer
     */
    public static InputStream unwrap(InputStream in, Limits limits) throws IOException {
        InputStream bytes = new LimitedInput(in, limits.maxBytes());
        for (int layer = 0; layer <= MAX_LAYERS; layer++) {
            HeadInput input = new HeadInput(bytes, ZSTD.length());
            String head = new String(input.head(), StandardCharsets.ISO_8859_1);
            if (head.startsWith(GZIP)) {
                bytes = new LimitedInput(new GzipInput(input), limits.maxBytes());
            } else if (head.equals(ZSTD)) {
                bytes = new LimitedInput(new ZstdInput(input), limits.maxBytes());
            } else {
                return input;
            }
        }
        throw new MalformedProfileException("input compressed more than " + MAX_LAYERS + " times");
    }
}
