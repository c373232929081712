package io.tidemark.lab.bench;

import io.tidemark.lab.bench.goheap.GoHeapOptions;
import io.tidemark.lab.bench.goheap.GoHeapProfile;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.proto.ProfileProtoReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long it takes to inflate a heap profile, and to decode it once it is inflated: what remains of a
 * command's time is what it computes.
 *
 * <pre>{@code lab/bench/jmh DecodeBenchmark -p samples=190000 -prof gc}</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class DecodeBenchmark {
    @Param({"15000", "190000"})
    private int samples;

    private byte[] compressed = new byte[0];
    private byte[] inflated = new byte[0];

    @Setup
    public void generate() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        GoHeapProfile.write(GoHeapOptions.of(samples), bytes);
        compressed = bytes.toByteArray();
        inflated = open().readAllBytes();
    }

    @Benchmark
    public long inflate() throws IOException {
        return open().transferTo(OutputStream.nullOutputStream());
    }

    @Benchmark
    public Profile decode() throws IOException {
        return ProfileProtoReader.read(new ByteArrayInputStream(inflated), Limits.DEFAULT);
    }

    @Benchmark
    public Profile inflateAndDecode() throws IOException {
        return ProfileProtoReader.read(open(), Limits.DEFAULT);
    }

    private InputStream open() throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(compressed), 1 << 16);
    }
}
