package io.tidemark.collect.jfr;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Samples;
import io.tidemark.model.profile.ValueType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class JfrReaderTest {
    @TempDir
    Path directory;

    /** What a test does while it is recorded. */
    private interface Work {
        void run() throws InterruptedException;
    }

    @SuppressWarnings("UnusedVariable") // keeps the compiler from leaving out what makes it
    private static volatile Object sink = new Object();

    /** Works as often as it takes for the recording to have samples that the test wants. */
    private Profile record(Recording recording, Work work, Predicate<Profile> isEnough)
            throws IOException, InterruptedException {
        try (recording) {
            recording.enable("jdk.ActiveSetting");
            recording.start();
            while (true) {
                work.run();
                Path file = directory.resolve("test.jfr");
                recording.dump(file);
                Profile profile = JfrReader.read(file, Limits.DEFAULT);
                if (isEnough.test(profile)) {
                    return profile;
                }
            }
        }
    }

    private static boolean has(Profile profile, String type) {
        return sum(profile, type) > 0;
    }

    private static long sum(Profile profile, String type) {
        return profile.sums()[index(profile, type)];
    }

    private static int index(Profile profile, String type) {
        return types(profile).indexOf(type);
    }

    private static List<String> types(Profile profile) {
        return profile.sampleTypes().stream().map(ValueType::type).toList();
    }

    /** The labels of one key, with those samples that have a value of a type and a function in their stack. */
    private static Set<String> labels(Profile profile, String type, String function, String key) {
        Set<String> values = new TreeSet<>();
        for (Samples.Block block : profile.samples().blocks()) {
            for (int s = 0; s < block.size(); s++) {
                if (block.value(s, index(profile, type)) != 0
                        && stack(profile, block, s).contains(function)) {
                    LabelSet labels = profile.samples().labels(block.labels(s));
                    values.addAll(labels.texts(key));
                }
            }
        }
        return values;
    }

    private static List<String> stack(Profile profile, Samples.Block block, int sample) {
        List<String> functions = new ArrayList<>();
        for (int k = block.stackStart(sample); k < block.stackEnd(sample); k++) {
            int line = profile.locations().lineStart(block.location(k));
            functions.add(profile.functions().name(profile.locations().function(line)));
        }
        return functions;
    }

    private static final String NAME = JfrReaderTest.class.getName();

    static void burn() {
        long end = System.nanoTime() + 100_000_000;
        double x = 0;
        while (System.nanoTime() < end) {
            for (int i = 0; i < 10_000; i++) {
                x += Math.sqrt(i);
            }
        }
        sink = x;
    }

    static void allocate() {
        for (int i = 0; i < 100_000; i++) {
            sink = new int[100];
        }
        sink = new byte[5_000_000];
    }

    /** One thread waits for a monitor, and another for a lock; each is seen to wait before it gets what it wants. */
    static void contend() throws InterruptedException {
        Object monitor = new Object();
        ReentrantLock lock = new ReentrantLock();
        Thread first = new Thread(() -> enter(monitor), "monitor-waiter-1");
        Thread second = new Thread(() -> acquire(lock), "lock-waiter-2");
        lock.lock();
        try {
            synchronized (monitor) {
                first.start();
                second.start();
                while (first.getState() != Thread.State.BLOCKED || second.getState() != Thread.State.WAITING) {
                    Thread.onSpinWait();
                }
            }
        } finally {
            lock.unlock();
        }
        first.join();
        second.join();
    }

    private static void enter(Object monitor) {
        synchronized (monitor) {
            monitor.notifyAll();
        }
    }

    private static void acquire(ReentrantLock lock) {
        lock.lock();
        try {
            sink = lock;
        } finally {
            lock.unlock();
        }
    }

    @Test
    void read_executionSamples_areCpuTime() throws IOException, InterruptedException {
        Recording recording = new Recording();
        recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
        Profile profile = record(recording, JfrReaderTest::burn, p -> !labels(p, "cpu", NAME + ".burn", "thread")
                .isEmpty());

        assertThat(profile.sampleTypes())
                .containsExactly(new ValueType("samples", "count"), new ValueType("cpu", "nanoseconds"));
        assertThat(profile.header().defaultSampleType()).isEqualTo("cpu");
        assertThat(sum(profile, "cpu")).isEqualTo(sum(profile, "samples") * 10_000_000);
        assertThat(labels(profile, "cpu", NAME + ".burn", "thread"))
                .containsExactly(Thread.currentThread().getName());
        assertThat(labels(profile, "cpu", NAME + ".burn", "frame_type"))
                .isSubsetOf("interpreted", "jit compiled", "inlined");
        assertThat(profile.header().timeNanos()).isPositive();
        assertThat(profile.header().durationNanos()).isPositive();
        boolean hasFile = false;
        for (int i = 0; i < profile.functions().size(); i++) {
            hasFile |= profile.functions().filename(i).equals("io/tidemark/collect/jfr/JfrReaderTest.java");
        }
        assertThat(hasFile).isTrue();
    }

    @Test
    void read_allocationsInDetail_areObjectsAndBytes() throws IOException, InterruptedException {
        Recording recording = new Recording();
        recording.enable("jdk.ObjectAllocationInNewTLAB").withStackTrace();
        recording.enable("jdk.ObjectAllocationOutsideTLAB").withStackTrace();
        recording.enable("jdk.ObjectAllocationSample").withStackTrace();
        Profile profile =
                record(recording, JfrReaderTest::allocate, p -> labels(p, "alloc_space", NAME + ".allocate", "class")
                        .containsAll(Set.of("int[]", "byte[]")));

        assertThat(types(profile)).containsExactly("alloc_objects", "alloc_space");
        assertThat(profile.header().defaultSampleType()).isEqualTo("alloc_space");
        assertThat(sum(profile, "alloc_space")).isGreaterThan(5_000_000);
        assertThat(sum(profile, "alloc_objects")).isGreaterThan(1000);
    }

    @Test
    void read_allocationSamples_areBytesOnly() throws IOException, InterruptedException {
        Recording recording = new Recording();
        recording.enable("jdk.ObjectAllocationSample").withStackTrace();
        Profile profile = record(recording, JfrReaderTest::allocate, p -> has(p, "alloc_space"));
        assertThat(types(profile)).containsExactly("alloc_space");
    }

    @Test
    void read_locks_areContention() throws IOException, InterruptedException {
        Recording recording = new Recording();
        recording.enable("jdk.JavaMonitorEnter").withThreshold(Duration.ZERO).withStackTrace();
        recording.enable("jdk.ThreadPark").withThreshold(Duration.ZERO).withStackTrace();
        Profile profile = record(recording, JfrReaderTest::contend, p -> true);

        assertThat(types(profile)).containsExactly("contentions", "delay");
        assertThat(profile.header().defaultSampleType()).isEqualTo("delay");
        assertThat(labels(profile, "delay", NAME + ".enter", "lock")).containsExactly("java.lang.Object");
        assertThat(labels(profile, "delay", NAME + ".enter", "thread_pool")).containsExactly("monitor-waiter");
        assertThat(labels(profile, "delay", NAME + ".acquire", "lock"))
                .containsExactly("java.util.concurrent.locks.ReentrantLock$NonfairSync");
        assertThat(labels(profile, "delay", "java.util.concurrent.ThreadPoolExecutor.getTask", "thread"))
                .as("idle workers are no contention")
                .isEmpty();
    }

    @Test
    void read_oldObjects_areCounted() throws IOException, InterruptedException {
        Recording recording = new Recording();
        recording.enable("jdk.OldObjectSample").withStackTrace().with("cutoff", "infinity");
        List<Object> kept = new ArrayList<>();
        Profile profile = record(recording, () -> keep(kept), p -> !labels(p, "old_objects", NAME + ".keep", "class")
                .isEmpty());

        assertThat(labels(profile, "old_objects", NAME + ".keep", "class")).contains("long[]");
        assertThat(profile.header().defaultSampleType()).matches("old_(objects|space)");
        assertThat(profile.header().comments()).anyMatch(comment -> comment.startsWith("old_objects: "));
        assertThat(sum(profile, "old_objects")).isEqualTo(countOf(profile, "old_objects"));
        assertThat(kept).isNotEmpty();
    }

    private static void keep(List<Object> kept) {
        kept.clear();
        for (int i = 0; i < 50_000; i++) {
            kept.add(new long[100]); // small ones: the JDK looks when it hands out memory to a thread
        }
    }

    private static long countOf(Profile profile, String type) {
        long count = 0;
        for (Samples.Block block : profile.samples().blocks()) {
            for (int s = 0; s < block.size(); s++) {
                count += block.value(s, index(profile, type));
            }
        }
        return count;
    }

    @Test
    void read_enabledKindsWithoutSamples_areThere() throws IOException, InterruptedException {
        Recording recording = new Recording();
        recording.enable("jdk.JavaMonitorEnter").withThreshold(Duration.ofHours(1));
        recording.enable("jdk.ObjectAllocationSample");
        Profile profile = record(recording, JfrReaderTest::allocate, p -> has(p, "alloc_space"));
        assertThat(types(profile)).containsExactly("alloc_space", "contentions", "delay");
        assertThat(profile.header().defaultSampleType()).isEqualTo("alloc_space");
    }

    @Test
    void read_nothingOfInterest_isTold() throws IOException {
        Path file = directory.resolve("none.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.GarbageCollection");
            recording.start();
            recording.dump(file);
        }
        assertThatThrownBy(() -> JfrReader.read(file, Limits.DEFAULT))
                .isInstanceOf(MalformedProfileException.class)
                .hasMessageStartingWith("a JFR recording without samples");
    }

    @Test
    void read_recordingOfAsyncProfiler_hasAllItsKinds() throws IOException {
        Profile profile = JfrReader.read(asyncProfiler(), Limits.DEFAULT);
        assertThat(types(profile))
                .containsExactly(
                        "samples",
                        "cpu",
                        "wall",
                        "alloc_objects",
                        "alloc_space",
                        "inuse_objects",
                        "inuse_space",
                        "contentions",
                        "delay");
        assertThat(profile.header().defaultSampleType()).isEqualTo("cpu");
        // 7 samples at 50 ms, 107 at 200 ms; one array of 10,000 bytes was sampled at 4 MiB, and stands for 419
        assertThat(profile.sums())
                .containsExactly(7, 350_000_000, 21_400_000_000L, 259_469, 281_018_368, 419, 4_199_314, 6, 198_459_427);
        assertThat(labels(profile, "wall", "Work.alloc", "state")).contains("sleeping");
        assertThat(labels(profile, "inuse_space", "Work.alloc", "class")).containsExactly("byte[]");
        assertThat(labels(profile, "delay", "Work.contend", "lock")).contains("java.lang.Object");
    }

    @Test
    void read_stackDeeperThanTheLimit_isRefused() throws IOException {
        Path file = asyncProfiler();
        assertThatThrownBy(() -> JfrReader.read(file, new Limits(1 << 20, 2, 10)))
                .hasMessage("stack of more than 2 frames (the limit; raise it with -max_frames)");
    }

    @Test
    void read_runtimeWithoutJfr_isTold() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--limit-modules",
                        "java.base",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WithoutJfr.class.getName(),
                        asyncProfiler().toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.strip())
                .isEqualTo("a JFR recording, which takes a Java runtime with the module jdk.jfr to read");
    }

    /** Reads a recording and prints why that fails. */
    static final class WithoutJfr {
        public static void main(String[] files) {
            try {
                JfrReader.read(Path.of(files[0]), Limits.DEFAULT);
            } catch (IOException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    private Path asyncProfiler() throws IOException {
        return Files.write(directory.resolve("async-profiler.jfr"), asyncProfilerBytes());
    }

    static byte[] asyncProfilerBytes() throws IOException {
        try (InputStream in = JfrReaderTest.class.getResourceAsStream("async-profiler.jfr.gz")) {
            return new GZIPInputStream(in).readAllBytes();
        }
    }
}
