package io.tidemark.lab.bench.goheap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Samples;
import io.tidemark.model.profile.ValueType;
import io.tidemark.model.proto.ProfileProtoReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class GoHeapProfileTest {
    private static final GoHeapOptions SMALL = GoHeapOptions.of(500);

    @Test
    void write_sameOptions_givesTheSameBytes() throws IOException {
        assertThat(write(SMALL)).isEqualTo(write(SMALL)).isNotEqualTo(write(SMALL.withSeed(8)));
    }

    @Test
    void write_always_isAGoHeapProfileOfDistinctDeepStacks() throws IOException {
        Profile profile = read(write(SMALL.withLabels(true)));
        assertThat(profile.sampleTypes())
                .extracting(ValueType::type)
                .containsExactly("alloc_objects", "alloc_space", "inuse_objects", "inuse_space");
        assertThat(profile.samples().size()).isEqualTo(500);
        assertThat(profile.header().defaultSampleType()).isEqualTo("inuse_space");
        List<List<Integer>> stacks = stacks(profile);
        List<LabelSet> labels = labels(profile);
        Set<String> distinct = new HashSet<>();
        for (int i = 0; i < stacks.size(); i++) {
            assertThat(stacks.get(i)).hasSizeBetween(20, 40);
            assertThat(labels.get(i).texts("endpoint")).hasSize(1);
            distinct.add(stacks.get(i) + " " + labels.get(i).number(0));
        }
        assertThat(distinct).hasSize(500);
        assertThat(profile.locations().lineCount())
                .as("inlined lines")
                .isBetween(
                        profile.locations().size() * 11 / 10,
                        profile.locations().size() * 14 / 10);
    }

    @Test
    void write_always_numbersThingsInTheOrderOfTheFile() throws IOException {
        Profile profile = read(write(SMALL));
        for (int location = 0; location < profile.locations().size(); location++) {
            assertThat(profile.locations().id(location)).isEqualTo(location + 1);
        }
        for (int function = 0; function < profile.functions().size(); function++) {
            assertThat(profile.functions().id(function)).isEqualTo(function + 1);
        }
    }

    @Test
    void write_withDrift_changesSomeValuesAndNoStack() throws IOException {
        Profile before = read(write(SMALL));
        Profile after = read(write(SMALL.withDrift(0.1)));
        assertThat(stacks(after)).isEqualTo(stacks(before));
        int changed = 0;
        List<Long> old = values(before);
        List<Long> now = values(after);
        for (int i = 0; i < old.size(); i++) {
            changed += old.get(i).equals(now.get(i)) ? 0 : 1;
        }
        assertThat(changed).isBetween(20, 90);
    }

    @Test
    void write_otherSeed_isOfTheSameProgram() throws IOException {
        Set<Long> common = addresses(read(write(SMALL)));
        int all = common.size();
        common.retainAll(addresses(read(write(SMALL.withSeed(8)))));
        assertThat(common).hasSizeGreaterThan(all / 3);
        assertThat(addresses(read(write(SMALL))))
                .isNotEqualTo(addresses(read(write(SMALL.withGraph(2, SMALL.functions())))));
    }

    @Test
    void options_outOfRange_areRefused() {
        assertThatThrownBy(() -> GoHeapOptions.of(0)).hasMessage("samples: 0 (expected 1 or more)");
        assertThatThrownBy(() -> SMALL.withDrift(1.5)).hasMessage("drift: 1.5 (expected 0..1)");
        assertThatThrownBy(() -> SMALL.withGraph(1, 5)).hasMessage("functions: 5 (expected 0 or at least 64)");
    }

    private static byte[] write(GoHeapOptions options) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        GoHeapProfile.write(options, bytes);
        return bytes.toByteArray();
    }

    private static Profile read(byte[] bytes) throws IOException {
        return ProfileProtoReader.read(new GZIPInputStream(new ByteArrayInputStream(bytes)), Limits.DEFAULT);
    }

    private static List<List<Integer>> stacks(Profile profile) {
        List<List<Integer>> stacks = new ArrayList<>();
        for (Samples.Block block : profile.samples().blocks()) {
            for (int sample = 0; sample < block.size(); sample++) {
                List<Integer> stack = new ArrayList<>();
                for (int place = block.stackStart(sample); place < block.stackEnd(sample); place++) {
                    stack.add(block.location(place));
                }
                stacks.add(stack);
            }
        }
        return stacks;
    }

    private static List<LabelSet> labels(Profile profile) {
        List<LabelSet> labels = new ArrayList<>();
        for (Samples.Block block : profile.samples().blocks()) {
            for (int sample = 0; sample < block.size(); sample++) {
                labels.add(profile.samples().labels(block.labels(sample)));
            }
        }
        return labels;
    }

    private static List<Long> values(Profile profile) {
        List<Long> values = new ArrayList<>();
        for (Samples.Block block : profile.samples().blocks()) {
            for (int sample = 0; sample < block.size(); sample++) {
                values.add(block.value(sample, 0));
            }
        }
        return values;
    }

    private static Set<Long> addresses(Profile profile) {
        Set<Long> addresses = new HashSet<>();
        for (int location = 0; location < profile.locations().size(); location++) {
            addresses.add(profile.locations().address(location));
        }
        return addresses;
    }
}
