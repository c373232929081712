package io.tidemark.analysis.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.analysis.snapshot.GoroutineSnapshot;
import io.tidemark.model.goroutine.GoroutineReader;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ProfileBuilder;
import io.tidemark.model.profile.ValueType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GoroutineGrowthTest {
    private static final String DUMP = """
            goroutine 1 [sleep]:
            time.Sleep(0x3b9aca00)
            \t/usr/local/go/src/runtime/time.go:285 +0x145
            main.main()
            \t/src/main.go:20 +0x5a

            goroutine 18 [chan receive, 2 minutes]:
            main.(*Pool).work.func1()
            \t/src/main.go:85 +0x2b
            created by main.(*Pool).start in goroutine 1
            \t/src/main.go:80 +0x3d

            goroutine 19 [chan receive, 7 minutes]:
            main.(*Pool).work.func1()
            \t/src/main.go:85 +0x2b
            created by main.(*Pool).start in goroutine 1
            \t/src/main.go:80 +0x3d

            goroutine 20 [chan receive]:
            main.(*Pool).work.func1()
            \t/src/main.go:86 +0x2b
            created by main.(*Pool).start in goroutine 1
            \t/src/main.go:80 +0x3d
            """;

    @Test
    void aLeak_isOneGroup_whateverTheLines() throws IOException {
        List<GoroutineSnapshot> snapshots = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            snapshots.add(new GoroutineSnapshot(
                    10 * i,
                    profile(
                            "runtime.gopark:3 time.Sleep:9 main.main:20 runtime.main:283 1",
                            "runtime.gopark:3 runtime.chanrecv:7 runtime.chanrecv1:4 main.(*Pool).work.func1:85 "
                                    + 3 * i,
                            "runtime.gopark:3 runtime.chanrecv:7 runtime.chanrecv2:4 main.(*Pool).work.func1:86 "
                                    + 2 * i)));
        }
        Profile dump =
                GoroutineReader.read(new ByteArrayInputStream(DUMP.getBytes(StandardCharsets.UTF_8)), Limits.DEFAULT);
        GoroutineGrowth growth = GoroutineGrowth.of(snapshots, Optional.of(dump));
        assertThat(growth.trend().isGrowing()).isTrue();
        assertThat(growth.growing()).hasSize(1);
        GoroutineGroup leak = growth.groups().get(0);
        assertThat(leak.identity()).containsExactly("main.(*Pool).work");
        assertThat(leak.entry()).isEqualTo("main.(*Pool).work");
        assertThat(leak.counts().last()).isEqualTo(30);
        assertThat(leak.trend().perMinute()).isCloseTo(30, within(1e-9));
        assertThat(leak.state()).isEqualTo("chan receive");
        assertThat(leak.creator()).isEqualTo("main.(*Pool).start");
        assertThat(leak.ages()).isEqualTo(new GoroutineGroup.Ages(3, 2, 2, 7));
        assertThat(leak.stack().get(3).line()).isEqualTo(85);
        assertThat(growth.groups().get(1).state()).isEqualTo("sleep");
        assertThat(growth.groups().get(1).trend().decision()).isEqualTo(Trend.Decision.FLAT);
    }

    @Test
    void states_areRead_fromTheLeaf() throws IOException {
        GoroutineSnapshot snapshot = new GoroutineSnapshot(
                0,
                profile(
                        "runtime.gopark:1 runtime.selectgo:2 main.a:3 1",
                        "runtime.gopark:1 runtime.netpollblock:2 internal/poll.runtime_pollWait:3 net.b:4 1",
                        "runtime.gopark:1 sync.runtime_SemacquireMutex:2 sync.(*Mutex).lockSlow:3 main.c:4 1",
                        "main.d:4 1"));
        GoroutineGrowth growth = GoroutineGrowth.of(List.of(snapshot), Optional.empty());
        assertThat(growth.groups())
                .extracting(GoroutineGroup::state)
                .containsExactlyInAnyOrder("select", "IO wait", "sync.Mutex.Lock", "running");
        assertThat(growth.growing()).isEmpty();
        assertThat(growth.groups().get(0).ages().share()).isEmpty();
    }

    @Test
    void nothing_isUndecided() {
        GoroutineGrowth growth = GoroutineGrowth.of(List.of(), Optional.empty());
        assertThat(growth.groups()).isEmpty();
        assertThat(growth.trend().decision()).isEqualTo(Trend.Decision.UNDECIDED);
    }

    /** Goroutines by stack: frames with their lines, the leaf first, and the number of them. */
    private static Profile profile(String... lines) throws MalformedProfileException {
        ProfileBuilder builder = new ProfileBuilder(List.of(new ValueType("goroutine", "count")));
        for (String line : lines) {
            String[] parts = line.split(" ", -1);
            int[] stack = new int[parts.length - 1];
            for (int i = 0; i < stack.length; i++) {
                int colon = parts[i].lastIndexOf(':');
                stack[i] = builder.location(
                        parts[i].substring(0, colon), "f.go", Long.parseLong(parts[i].substring(colon + 1)));
            }
            builder.sample(LabelSet.EMPTY, stack, Long.parseLong(parts[parts.length - 1]));
        }
        return builder.build();
    }
}
