package io.tidemark.collect.compression;

import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.MalformedProfileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** How bytes were made fewer, as their first bytes tell. */
public enum Compression {
    NONE("none", ""),
    GZIP("gzip", "\u001F\u008B"),
    ZSTD("zstd", "(\u00B5/\u00FD"),
    BZIP2("bzip2", "BZh"),
    XZ("xz", "\u00FD7zXZ\0"),
    ZIP("zip", "PK\3\4"),
    LZ4("lz4", "\u0004\"M\u0018");

    /** Servers compress what is compressed already; more than this many times is somebody's joke. */
    private static final int MAX_LAYERS = 4;

    private static final int MAGIC_SIZE = 6;

    private final String label;
    private final String magic; // a character a byte

    Compression(String label, String magic) {
        this.label = label;
        this.magic = magic;
    }

    /** What bytes that start so are compressed with. */
    static Compression of(byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1);
        for (Compression compression : values()) {
            if (compression != NONE && start.startsWith(compression.magic)) {
                return compression;
            }
        }
        return NONE;
    }

    /**
     * The bytes that a stream had before they were compressed, as often as that was. Closing the result closes the stream.
     *
     * @param in compressed or not
     * @param limits how many bytes may come out, after each layer
     * @throws MalformedProfileException when the compression is one that is not understood; reading the result throws it
     *     when the compressed bytes are broken or are more than the limit
     */
    public static InputStream unwrap(InputStream in, Limits limits) throws IOException {
        InputStream bytes = new LimitedInput(in, limits.maxBytes());
        for (int layer = 0; layer <= MAX_LAYERS; layer++) {
            HeadInput input = new HeadInput(bytes, MAGIC_SIZE);
            Compression compression = of(input.head());
            switch (compression) {
                case NONE -> {
                    return input;
                }
                case GZIP -> bytes = new LimitedInput(new GzipInput(input), limits.maxBytes());
                case ZSTD -> bytes = new LimitedInput(new ZstdInput(input), limits.maxBytes());
                default ->
                    throw new MalformedProfileException("input compressed with " + compression.label
                            + ", which is not understood (expected gzip, zstd or none); decompress it first");
            }
        }
        throw new MalformedProfileException("input compressed more than " + MAX_LAYERS + " times");
    }
}
