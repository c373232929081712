package io.tidemark.analysis.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.analysis.finding.Kind;
import io.tidemark.analysis.finding.Severity;
import org.junit.jupiter.api.Test;

class SignatureReaderTest {
    private static final String COMPLETE = """
            id: queue-without-reader
            code: X01
            title: A queue that nobody reads
            kind: goroutine-leak
            severity: warning
            match:
              - what: [goroutines, heap]
                stacks:
                  - [a.example/queue.(*Queue).Put, ...]
                without: a.example/queue.(*Queue).Close
                state: [chan send]
                creator: a.example/queue.*
                go: ">=1.21 <1.30"
                signals:
                  - {signal: go.heap.live, of: container.limit, above: 0.5, trend: growing}
                with:
                  - {what: goroutines, stack: [a.example/queue.(*Queue).Get], ratio: [0, 0.1]}
            excludes:
              - says: it is drained
                signals: {signal: go.goroutines, trend: falling}
            cause: "{owner} puts, {count} wait"
            fix: read it
            """;

    @Test
    void read_complete_hasAllOfIt() throws MalformedSignatureException {
        Signature signature = SignatureReader.read("a.yaml", COMPLETE);

        assertThat(signature.kind()).isEqualTo(Kind.GOROUTINE_LEAK);
        assertThat(signature.severity()).isEqualTo(Severity.WARNING);
        assertThat(signature.words().fix()).containsExactly("read it");
        Rule rule = signature.match().get(0);
        assertThat(rule.shape().what()).containsExactlyInAnyOrder(Suspect.What.GOROUTINES, Suspect.What.HEAP);
        assertThat(rule.shape().states()).containsExactly("chan send");
        assertThat(rule.go()).hasToString("Optional[>=1.21 <1.30]");
        assertThat(rule.with().get(0).atMost()).isEqualTo(0.1);
        assertThat(rule.signals().get(0).trend()).contains(Trend.GROWING);
        assertThat(signature.excludes().get(0).says()).isEqualTo("it is drained");
    }

    @Test
    void read_manyMistakes_reportsAllWithLines() {
        String text = """
                id: Bad Id
                title: Wrong.
                kind: heap-leak
                colour: red
                match:
                  - what: [heap, bananas]
                    stack: [main.run.func1, "gopkg.in/a%2ev2.F", "a.go:12", <what>]
                    state: waiting
                    go: new
                    signals:
                      - {signal: go.heap.life, above: x}
                      - {signal: go.heap.live}
                    with:
                      - {stack: [...], ratio: [2, 1]}
                  - what: heap
                excludes:
                  - signals: {signal: go.stacks, trend: up, seen: maybe}
                cause: "{who} did it"
                """;

        assertThatThrownBy(() -> SignatureReader.read("bad.yaml", text))
                .isInstanceOf(MalformedSignatureException.class)
                .satisfies(e -> assertThat(String.valueOf(e.getMessage())
                                .lines()
                                .map(line -> line.replaceAll(" \\(expected.*", ""))
                                .toList())
                        .containsExactly(
                                "bad.yaml:1: id: 'Bad Id'",
                                "bad.yaml:1: no fix",
                                "bad.yaml:2: title: ends with a full stop",
                                "bad.yaml:3: kind: 'heap-leak'",
                                "bad.yaml:4: key 'colour'",
                                "bad.yaml:6: what: 'bananas'",
                                "bad.yaml:7: stack: 'main.run.func1'",
                                "bad.yaml:7: stack: 'gopkg.in/a%2ev2.F'",
                                "bad.yaml:7: stack: 'a.go:12'",
                                "bad.yaml:7: stack: '<what>'",
                                "bad.yaml:8: state: 'waiting'",
                                "bad.yaml:9: go: 'new'",
                                "bad.yaml:11: signal: no signal 'go.heap.life'",
                                "bad.yaml:11: above: 'x'",
                                "bad.yaml:12: signal: nothing is asked of it",
                                "bad.yaml:14: stack: matches every stack",
                                "bad.yaml:14: ratio: expected one number, or the smallest and the largest",
                                "bad.yaml:15: match: matches everything of its sort",
                                "bad.yaml:17: no says",
                                "bad.yaml:17: trend: 'up'",
                                "bad.yaml:17: seen: 'maybe'",
                                "bad.yaml:18: cause: placeholder {who}"));
    }

    @Test
    void read_noYaml_saysWhere() {
        assertThatThrownBy(() -> SignatureReader.read("bad.yaml", "id: [a\ntitle: b\n"))
                .isInstanceOf(MalformedSignatureException.class)
                .hasMessageStartingWith("bad.yaml:2: no YAML: expected ',' or ']'");
        assertThatThrownBy(() -> SignatureReader.read("bad.yaml", ""))
                .hasMessage("bad.yaml:1: empty (expected a signature)");
        assertThatThrownBy(() -> SignatureReader.read("bad.yaml", "- a\n"))
                .hasMessageStartingWith("bad.yaml:1: expected keys with values: id, code, title");
        assertThatThrownBy(() -> SignatureReader.read("bad.yaml", "id: a\nid: b\n"))
                .hasMessageContaining("bad.yaml:2: key 'id' for the second time");
        assertThatThrownBy(() -> SignatureReader.read("bad.yaml", "id: " + "a".repeat(100_000)))
                .hasMessageContaining("limit");
        assertThatThrownBy(() -> SignatureReader.read("bad.yaml", "id: &a [*a, *a]\n"))
                .isInstanceOf(MalformedSignatureException.class);
        assertThatThrownBy(() -> SignatureReader.read("bad.yaml", "a: ".repeat(1000)))
                .isInstanceOf(MalformedSignatureException.class);
        assertThatThrownBy(() -> SignatureReader.read("bad.yaml", "[".repeat(5000)))
                .isInstanceOf(MalformedSignatureException.class);
        assertThatThrownBy(() -> SignatureReader.read("bad.yaml", "id: !!java.lang.Object a\n"))
                .isInstanceOf(MalformedSignatureException.class);
    }
}
