package io.tidemark.analysis.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureMatcherTest {
    private static final String RULES = """
            id: queue
            title: A queue that nobody reads
            kind: goroutine-leak
            match:
              - {what: goroutines, stack: [a.example/q.Put], state: chan send, creator: a.example/q.New}
            supports:
              - says: as many readers
                with: {what: goroutines, stack: [a.example/q.Get], ratio: 1}
              - says: stacks grow
                signals: {signal: go.stacks, trend: growing}
              - says: only of heap
                what: heap
            excludes:
              - says: it is drained
                signals: {signal: go.goroutines, trend: falling}
            cause: it grows
            fix: read it
            """;

    @Test
    void match_supportAndGuards_areToldApart() throws IOException {
        Match match = matches("""
                        == matches: one
                        signal go.goroutines growing 1 2
                        goroutine 1 [chan send]:
                        a.example/q.Put(...)
                        \t/q.go:1
                        created by a.example/q.New

                        goroutine 2 [chan receive]:
                        a.example/q.Get(...)
                        \t/q.go:1
                        """).get(0);

        assertThat(match.supported()).containsExactly("as many readers");
        assertThat(match.missed()).isEmpty();
        assertThat(match.unknown()).containsExactly("stacks grow");
        assertThat(match.isExcluded()).isFalse();
        assertThat(match.score()).isEqualTo(10 + 4 + 1 + 2 + 1.5);
    }

    @Test
    void match_guardFails_saysWhy() throws IOException {
        Match match = matches("""
                        == matches: one
                        signal go.goroutines falling 9 2
                        signal go.stacks flat 9 9
                        goroutine 1 [chan send]:
                        a.example/q.Put(...)
                        \t/q.go:1
                        """).get(0);

        assertThat(match.isExcluded()).isTrue();
        assertThat(match.excluded()).containsExactly("it is drained");
        assertThat(match.missed()).containsExactly("as many readers", "stacks grow");
    }

    @Test
    void match_stateFromFrames_orAnotherState() throws IOException {
        Facts facts = Fixture.read("== matches: none\nmemory\n").get(0).facts();
        Stack known = Stack.of(List.of("runtime.gopark", "runtime.chansend", "runtime.chansend1", "a.example/q.Put"));
        Stack other = Stack.of(List.of("runtime.gopark", "runtime.chanrecv", "runtime.chanrecv1", "a.example/q.Put"));
        Stack creator = Stack.of(List.of("a.example/q.Put"), "chan send", "a.example/q.Other.func1");

        assertThat(known.state()).isEqualTo("chan send");
        assertThat(matcher().match(Suspect.goroutines(known, 1, 1), facts)).hasSize(1);
        assertThat(matcher().match(Suspect.goroutines(other, 1, 1), facts)).isEmpty();
        assertThat(matcher().match(Suspect.goroutines(creator, 1, 1), facts)).isEmpty();
        assertThat(matcher().match(Suspect.heap(known, 1, 1, 1), facts)).isEmpty();
    }

    @Test
    void fill_placeholders_orWordsThatSayLess() {
        String text = "{owner} ({file}) waits for {age}, {what}";

        assertThat(Placeholder.fill(text, Map.of(Placeholder.OWNER, "main.$1run", Placeholder.AGE, "3 hours")))
                .isEqualTo("main.$1run (its source) waits for 3 hours, {what}");
    }

    @Test
    void match_allSignaturesAndFiveHundredStacks_takesMilliseconds() throws IOException {
        SignatureMatcher matcher = SignatureMatcher.of(Catalogue.builtIn());
        Facts facts = Fixture.read("== matches: none\nmemory\n").get(0).facts();
        List<Suspect> suspects = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            List<String> frames = new ArrayList<>();
            for (int depth = 0; depth < 30; depth++) {
                frames.add("example.com/module" + i % 50 + "/package" + depth + ".(*Type).Method" + i);
            }
            suspects.add(Suspect.heap(Stack.of(frames), 10, 10, 64));
        }
        long best = Long.MAX_VALUE;
        int found = 0;
        for (int round = 0; round < 5; round++) {
            long start = System.nanoTime();
            for (Suspect suspect : suspects) {
                found += matcher.match(suspect, facts).size();
            }
            best = Math.min(best, System.nanoTime() - start);
        }

        assertThat(found).isZero();
        assertThat(best / 1_000_000).as("milliseconds").isLessThan(500); // about 30; the machine may be busy
    }

    private static SignatureMatcher matcher() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("queue.yaml", RULES);
        return SignatureMatcher.of(Catalogue.empty().with(texts));
    }

    private static List<Match> matches(String fixture) throws IOException {
        Fixture read = Fixture.read(fixture).get(0);
        return matcher().match(read.suspect(), read.facts());
    }
}
