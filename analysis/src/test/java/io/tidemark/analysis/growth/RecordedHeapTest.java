package io.tidemark.analysis.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.analysis.growth.Trend.Decision;
import io.tidemark.analysis.snapshot.HeapSnapshot;
import io.tidemark.analysis.snapshot.SizeClassSnapshot;
import io.tidemark.analysis.snapshot.SizeClassSnapshot.SizeClass;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.proto.ProfileProtoReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** What a real Go program allocates in seven known ways; lab/programs/go/growth wrote the files. */
class RecordedHeapTest {
    private static final int SNAPSHOTS = 13;
    private static final double EVERY = 5;
    private static final double MB = 1e6;

    @Test
    void leaks_areFound_andNothingElse() throws IOException {
        HeapGrowth growth = HeapGrowth.of(heaps());
        assertThat(growth.growing()).extracting(RecordedHeapTest::leaf).containsExactly("main.leak1M", "main.leak100K");
        assertThat(growth.growing().get(0).rate().bytesPerMinute()).isCloseTo(60 * MB, within(15 * MB));
        assertThat(growth.growing().get(0).turnover().p()).isLessThan(1e-30);
        assertThat(growth.growing().get(1).rate().bytesPerMinute()).isCloseTo(6 * MB, within(4 * MB));
        assertThat(growth.growing()).allMatch(stack -> stack.turnover().retention() > 0.7);
        assertThat(growth.floor() / 60).isBetween(40_000.0, 90_000.0);
    }

    @Test
    void whatCameToAnEnd_isSaturating() throws IOException {
        HeapGrowth growth = HeapGrowth.of(heaps());
        assertThat(decision(growth, "main.fillCache")).isEqualTo(Decision.SATURATING);
        assertThat(decision(growth, "main.warmUp")).isEqualTo(Decision.SATURATING);
    }

    @Test
    void whatComesAndGoes_isNotRetained() throws IOException {
        HeapGrowth growth = HeapGrowth.of(heaps().subList(2, SNAPSHOTS));
        assertThat(decision(growth, "main.churn")).isEqualTo(Decision.FLAT);
        assertThat(decision(growth, "main.serve")).isNotEqualTo(Decision.GROWING);
        assertThat(stack(growth, "main.serve").turnover().retention()).isLessThan(0.1);
    }

    /** The samples are too few for it, but the runtime counts all objects of a size. */
    @Test
    void slowLeak_isFoundByItsSize() throws IOException {
        HeapGrowth heap = HeapGrowth.of(heaps());
        assertThat(decision(heap, "main.leak20K")).isEqualTo(Decision.UNDECIDED);
        List<SizeClassGrowth> sizes = SizeClassGrowth.of(sizes(), heap);
        SizeClassGrowth slow = sizes.stream()
                .filter(growth -> growth.size() == 256)
                .findFirst()
                .orElseThrow();
        assertThat(slow.bytesPerMinute()).isCloseTo(1.2 * MB, within(0.02 * MB));
        assertThat(slow.steadiness().variation()).isLessThan(0.1);
        assertThat(slow.candidates()).extracting(RecordedHeapTest::leaf).contains("main.leak20K");
        assertThat(sizes)
                .extracting(SizeClassGrowth::size)
                .contains(512L, 1024L)
                .doesNotContain(1536L, 4096L);
    }

    private static String leaf(StackGrowth stack) {
        return stack.stack().get(0).function();
    }

    private static StackGrowth stack(HeapGrowth growth, String leaf) {
        return Stream.of(growth.growing(), growth.others(), growth.allocators())
                .flatMap(List::stream)
                .filter(stack -> leaf(stack).equals(leaf))
                .findFirst()
                .orElseThrow();
    }

    private static Decision decision(HeapGrowth growth, String leaf) {
        return stack(growth, leaf).decision();
    }

    private static List<HeapSnapshot> heaps() throws IOException {
        List<HeapSnapshot> heaps = new ArrayList<>();
        for (int i = 0; i < SNAPSHOTS; i++) {
            try (InputStream in = open("heap-%02d.pb.gz", i)) {
                heaps.add(new HeapSnapshot(EVERY * i, ProfileProtoReader.read(in, Limits.DEFAULT), true, i));
            }
        }
        return heaps;
    }

    private static List<SizeClassSnapshot> sizes() throws IOException {
        Pattern entry = Pattern.compile("\\{\"Size\":(\\d+),\"Mallocs\":(\\d+),\"Frees\":(\\d+)}");
        List<SizeClassSnapshot> snapshots = new ArrayList<>();
        for (int i = 0; i < SNAPSHOTS; i++) {
            try (InputStream in = open("sizes-%02d.json.gz", i)) {
                Matcher matcher = entry.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                List<SizeClass> classes = new ArrayList<>();
                while (matcher.find()) {
                    classes.add(new SizeClass(
                            Long.parseLong(matcher.group(1)),
                            Long.parseLong(matcher.group(2)),
                            Long.parseLong(matcher.group(3))));
                }
                snapshots.add(new SizeClassSnapshot(EVERY * i, classes, i));
            }
        }
        return snapshots;
    }

    private static InputStream open(String name, int snapshot) throws IOException {
        InputStream in = RecordedHeapTest.class.getResourceAsStream(String.format(Locale.ROOT, name, snapshot));
        return new GZIPInputStream(Objects.requireNonNull(in, name));
    }
}
