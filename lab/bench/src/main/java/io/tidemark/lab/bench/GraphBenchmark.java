package io.tidemark.lab.bench;

import io.tidemark.analysis.graph.Graph;
import io.tidemark.analysis.graph.NodeSums;
import io.tidemark.analysis.graph.NodeTable;
import io.tidemark.analysis.graph.SampleValue;
import io.tidemark.lab.bench.goheap.GoHeapOptions;
import io.tidemark.lab.bench.goheap.GoHeapProfile;
import io.tidemark.model.profile.Aggregation;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ProfileBuilder;
import io.tidemark.model.profile.ValueType;
import io.tidemark.model.proto.ProfileProtoReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
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
 * How long it takes to number the functions of a heap profile, to sum its samples over them, and to sum the calls between
 * them.
 *
 * <pre>{@code lab/bench/jmh GraphBenchmark -p samples=190000}</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class GraphBenchmark {
    @Param({"15000", "190000"})
    private int samples;

    private Profile profile = empty();
    private SampleValue value = SampleValue.of(0, ValueType.NONE);

    private static Profile empty() {
        try {
            return new ProfileBuilder(List.of()).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Setup
    public void generate() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        GoHeapProfile.write(GoHeapOptions.of(samples), bytes);
        profile = ProfileProtoReader.read(
                        new GZIPInputStream(new ByteArrayInputStream(bytes.toByteArray())), Limits.DEFAULT)
                .aggregate(new Aggregation(true, true, false, false, false, false));
        int last = profile.sampleTypes().size() - 1;
        value = SampleValue.of(last, profile.sampleTypes().get(last));
    }

    private NodeTable numbered() {
        return new NodeTable(profile, false, UnaryOperator.identity());
    }

    @Benchmark
    public NodeTable number() {
        return numbered();
    }

    @Benchmark
    public NodeSums sumNodes() {
        return NodeSums.of(profile, numbered(), value);
    }

    @Benchmark
    public Graph sumNodesAndCalls() {
        NodeTable table = numbered();
        Graph.Builder builder = new Graph.Builder(profile, table, value, false);
        Graph graph = builder.nodes(IntStream.range(0, table.size()).toArray());
        builder.connect(graph, false, false);
        return graph;
    }
}
