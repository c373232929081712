package io.tidemark.collect.jfr;

import io.tidemark.model.profile.MalformedProfileException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The chunks that a recording is made of, looked through before the JDK's reader gets them.
 *
 * <p>That reader believes what it reads: an event of negative size, a chain of constant pools that leads back to itself or
 * a header that is "just being written" keeps it busy for ever. So each chunk must lie in the file, be complete, hold
 * events one after the other up to its end, and constant pools each before the last.
 *
 * <pre>
 * FLR\0 major:2 minor:2 size:8 constants:8 metadata:8 start:8 duration:8 ticks:8 ticksPerSecond:8 state:1 ... flags:1
 * then events: size type ..., numbers in one to nine bytes
 * </pre>
 */
final class Chunks {
    private static final int MAGIC = 0x464C5200;
    private static final int HEADER_SIZE = 68;
    private static final int CONSTANT_POOL = 1;
    private static final int MAX_EVENT = 1 << 28;

    private final RecordingInput in;
    private long startNanos = Long.MAX_VALUE;
    private long durationNanos;

    private Chunks(RecordingInput in) {
        this.in = in;
    }

    /**
     * Looks through a file.
     *
     * @throws MalformedProfileException when it is no complete recording
     */
    static Chunks of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            RecordingInput in = new RecordingInput(channel);
            Chunks chunks = new Chunks(in);
            long start = 0;
            do {
                start += chunks.check(start);
            } while (start < in.size());
            return chunks;
        }
    }

    /** When the recording begins, in nanoseconds since 1970. */
    long startNanos() {
        return startNanos;
    }

    long durationNanos() {
        return durationNanos;
    }

    /** Checks the chunk at a place and returns its size. */
    private long check(long start) throws IOException {
        in.position(start);
        if (in.readInt() != MAGIC) {
            throw malformed(start, "something that is no chunk follows");
        }
        int version = in.readShort();
        if (version != 1 && version != 2) {
            throw malformed(start, "version " + version + " (expected 1 or 2)");
        }
        in.readShort();
        long size = in.readLong();
        long constants = in.readLong();
        long metadata = in.readLong();
        time(in.readLong(), in.readLong());
        in.readLong(); // ticks at the start
        long ticksPerSecond = in.readLong();
        if (in.readByte() != 0 || size == 0) {
            throw malformed(start, "a chunk that is still being written; let the program dump the recording");
        }
        if (size < HEADER_SIZE || size > in.size() - start) {
            throw malformed(start, "a chunk of " + size + " bytes, of which " + (in.size() - start) + " are there");
        }
        if (!isInside(constants, size) || !isInside(metadata, size) || ticksPerSecond <= 0) {
            throw malformed(start, "a chunk with a header that makes no sense");
        }
        checkEvents(start + HEADER_SIZE, start + size);
        checkConstantPools(start, start + constants);
        return size;
    }

    private void time(long chunkStart, long chunkDuration) {
        startNanos = Math.min(startNanos, chunkStart);
        durationNanos += Math.max(chunkDuration, 0);
    }

    private static boolean isInside(long offset, long size) {
        return offset >= HEADER_SIZE && offset < size;
    }

    private void checkEvents(long start, long end) throws IOException {
        long next = start;
        while (next < end) {
            in.position(next);
            long size = in.readVarLong();
            if (size <= 0 || size > Math.min(end - next, MAX_EVENT)) {
                throw malformed(next, "an event of " + size + " bytes");
            }
            next += size;
        }
    }

    private void checkConstantPools(long chunk, long last) throws IOException {
        long pool = last;
        while (true) {
            in.position(pool);
            in.readVarLong(); // size
            if (in.readVarLong() != CONSTANT_POOL) {
                throw malformed(pool, "no constant pool where one should be");
            }
            in.readVarLong(); // time
            in.readVarLong(); // duration
            long delta = in.readVarLong();
            if (delta == 0) {
                return;
            }
            if (delta > 0 || delta < chunk + HEADER_SIZE - pool) {
                throw malformed(pool, "a constant pool that refers to none before it");
            }
            pool += delta;
        }
    }

    private static MalformedProfileException malformed(long offset, String problem) {
        return MalformedProfileException.at(offset, "malformed JFR recording: " + problem);
    }
}
