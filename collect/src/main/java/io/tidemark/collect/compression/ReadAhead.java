package io.tidemark.collect.compression;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * A stream that is read on a thread of its own, a few buffers ahead, so that making the bytes (inflating them) and using
 * them (decoding them) take place on two cores.
 *
 * <p>The thread starts when {@link #ON_THE_SPOT} bytes have been read: a small profile never pays for one. It ends with the
 * stream, or soon after {@link #close}, and then closes the stream. What reading threw there is thrown here.
 *
 * <p>To be used by one thread at a time.
 */
public final class ReadAhead extends InputStream {
    /** How much is read without a thread, in bytes. */
    static final int ON_THE_SPOT = 1 << 20;

    private static final int BUFFER_SIZE = 1 << 18;
    private static final int BUFFERS = 4;

    private final InputStream in;
    private int untilThread = ON_THE_SPOT;
    private @Nullable Reader reader;
    private @Nullable Buffer current;
    private int position;
    private boolean closed;

    public ReadAhead(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (closed) {
            throw new IOException("the stream is closed");
        }
        if (length == 0) {
            return 0;
        }
        if (untilThread > 0) {
            int count = in.read(target, offset, Math.min(length, untilThread));
            untilThread -= Math.max(count, 0);
            return count;
        }
        Buffer buffer = current;
        if (buffer == null || position == buffer.size) {
            buffer = advance();
            if (buffer == null) {
                return -1;
            }
        }
        int count = Math.min(length, buffer.size - position);
        System.arraycopy(buffer.bytes, position, target, offset, count);
        position += count;
        return count;
    }

    /** Gives the used buffer back and takes the next one; null at the end. */
    private @Nullable Buffer advance() throws IOException {
        if (reader == null) {
            reader = new Reader(in);
            reader.start();
        }
        try {
            if (current != null) {
                reader.used.put(current);
                current = null;
            }
            Buffer next = reader.filled.take();
            if (next.size < 0) {
                reader.filled.put(next); // for whoever asks again
                reader.rethrow();
                return null;
            }
            current = next;
            position = 0;
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        if (reader == null) {
            in.close();
        } else {
            reader.stop();
        }
    }

    private static final class Buffer {
        final byte[] bytes;
        int size;

        Buffer(int capacity) {
            bytes = new byte[capacity];
        }
    }

    /** Fills buffers until the stream ends or nobody wants more; the last one has the size -1. */
    private static final class Reader implements Runnable {
        final BlockingQueue<Buffer> filled = new ArrayBlockingQueue<>(BUFFERS + 1);
        final BlockingQueue<Buffer> used = new ArrayBlockingQueue<>(BUFFERS + 1);
        private final InputStream in;
        private final Thread thread = new Thread(this, "read-ahead");
        private volatile boolean stopped;
        private @Nullable Throwable failure; // published by the last buffer

        Reader(InputStream in) {
            this.in = in;
        }

        void start() {
            thread.setDaemon(true);
            thread.start();
        }

        void stop() {
            stopped = true;
            thread.interrupt(); // it may wait for a buffer that never comes back
        }

        @Override
        public void run() {
            try (in) {
                fill();
            } catch (InterruptedException e) {
                // stopped
            } catch (IOException | RuntimeException | Error e) {
                failure = e;
            }
            Buffer last = new Buffer(0);
            last.size = -1;
            filled.add(last); // there is room: only the BUFFERS others can be in it
        }

        private void fill() throws IOException, InterruptedException {
            for (int i = 0; !stopped; i++) {
                Buffer buffer = i < BUFFERS ? new Buffer(BUFFER_SIZE) : used.take();
                buffer.size = in.readNBytes(buffer.bytes, 0, BUFFER_SIZE);
                if (buffer.size > 0) {
                    filled.put(buffer);
                }
                if (buffer.size < BUFFER_SIZE) {
                    return;
                }
            }
        }

        void rethrow() throws IOException {
            if (failure instanceof IOException e) {
                throw e;
            }
            if (failure instanceof RuntimeException e) {
                throw e;
            }
            if (failure instanceof Error e) {
                throw e;
            }
        }
    }
}
