package io.tidemark.collect.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.model.profile.MalformedProfileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReadAheadTest {
    /** A stream of so many bytes that knows who read it, and fails at the end if it is told to. */
    private static class Recorded extends InputStream {
        final Set<Thread> readers = ConcurrentHashMap.newKeySet();
        final CountDownLatch closed = new CountDownLatch(1);
        final InputStream bytes;

        @Nullable
        Throwable failure;

        Recorded(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            throw new AssertionError("byte by byte");
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            readers.add(Thread.currentThread());
            int count = bytes.read(target, offset, length);
            if (count < 0 && failure instanceof IOException e) {
                throw e;
            }
            if (count < 0 && failure instanceof Error e) {
                throw e;
            }
            return count;
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static void joinReaders(Recorded in) throws InterruptedException {
        in.closed.await();
        for (Thread reader : in.readers) {
            if (reader != Thread.currentThread()) {
                reader.join();
            }
        }
    }

    @Test
    void read_anySize_isTheSame() throws IOException, InterruptedException {
        int start = ReadAhead.ON_THE_SPOT;
        for (int size : new int[] {0, 1, start - 1, start, start + 1, start + (1 << 18), 5_000_001}) {
            Recorded in = new Recorded(bytes(size));
            try (ReadAhead ahead = new ReadAhead(in)) {
                assertThat(ahead.readAllBytes()).isEqualTo(bytes(size));
                assertThat(ahead.read()).isEqualTo(-1);
            }
            joinReaders(in);
        }
    }

    @Test
    void read_large_isOnAnotherThread() throws IOException, InterruptedException {
        Recorded in = new Recorded(bytes(ReadAhead.ON_THE_SPOT + 1));
        try (ReadAhead ahead = new ReadAhead(in)) {
            ahead.readAllBytes();
        }
        joinReaders(in);
        assertThat(in.readers).hasSize(2);
    }

    @Test
    void read_small_needsNoThread() throws IOException {
        Recorded in = new Recorded(bytes(ReadAhead.ON_THE_SPOT - 1));
        try (ReadAhead ahead = new ReadAhead(in)) {
            ahead.readAllBytes();
        }
        assertThat(in.readers).containsExactly(Thread.currentThread());
        assertThat(in.closed.getCount()).isZero();
    }

    @Test
    void read_streamThatFails_failsHereAfterItsBytes() throws InterruptedException {
        for (Throwable failure : new Throwable[] {new MalformedProfileException("bad"), new StackOverflowError()}) {
            Recorded in = new Recorded(bytes(3_000_000));
            in.failure = failure;
            ReadAhead ahead = new ReadAhead(in);
            assertThatThrownBy(() -> {
                        assertThat(ahead.readNBytes(3_000_000)).hasSize(3_000_000);
                        ahead.read();
                    })
                    .isSameAs(failure);
            assertThatThrownBy(ahead::read).isSameAs(failure);
            joinReaders(in);
        }
    }

    @Test
    void close_early_stopsTheThread() throws IOException, InterruptedException {
        Recorded in = new Recorded(bytes(20_000_000));
        ReadAhead ahead = new ReadAhead(in);
        ahead.readNBytes(ReadAhead.ON_THE_SPOT + 1);
        ahead.close();
        joinReaders(in);
        assertThat(in.bytes.available()).isPositive();
        assertThatThrownBy(ahead::read).isInstanceOf(IOException.class).hasMessage("the stream is closed");
    }

    @Test
    void read_interrupted_ends() throws IOException, InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        Recorded in = new Recorded(bytes(ReadAhead.ON_THE_SPOT)) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int count = super.read(target, offset, length);
                if (count < 0) {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        return -1;
                    }
                }
                return count;
            }
        };
        try (ReadAhead ahead = new ReadAhead(in)) {
            ahead.readNBytes(ReadAhead.ON_THE_SPOT);
            Thread.currentThread().interrupt();
            assertThatThrownBy(ahead::read).isInstanceOf(InterruptedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
        joinReaders(in);
    }
}
