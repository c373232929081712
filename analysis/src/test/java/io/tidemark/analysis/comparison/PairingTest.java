package io.tidemark.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.Kind;
import io.tidemark.analysis.finding.Rate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairingTest {
    private static Finding goroutines(String signature, String function) {
        return Sides.finding(Kind.GOROUTINE_LEAK, signature, function, 31, Rate.NONE);
    }

    private static boolean areOne(Finding before, Finding after) {
        return Pairing.of(List.of(before), List.of(after)).size() == 1;
    }

    @Test
    void line_thatMoved_isTheSame() {
        assertThat(areOne(Sides.goroutineLeak("app.Push", 31, 60), Sides.goroutineLeak("app.Push", 78, 60)))
                .isTrue();
        assertThat(areOne(goroutines("", "app.Push.func1"), goroutines("", "app.Push.func2.1")))
                .isTrue();
    }

    @Test
    void knownDefect_inARenamedFunction_isTheSame() {
        assertThat(areOne(goroutines("G06", "app.Push"), goroutines("G06", "app.push")))
                .isTrue();
        assertThat(areOne(goroutines("G06", "app.Push"), goroutines("G07", "app.Sink")))
                .isFalse();
    }

    /** Most of the stack is the same: two of three functions would do for one in ten. */
    @Test
    void stack_decidesWithoutASignature() {
        Finding before = goroutines("", "app.Push");
        assertThat(areOne(before, goroutines("", "app.Push"))).isTrue();
        assertThat(areOne(before, goroutines("", "app.Sink"))).isFalse();
    }

    @Test
    void defect_thatIsFoundAsAnotherKind_isTheSame() {
        assertThat(areOne(
                        Sides.finding(Kind.CONNECTION_LEAK, "", "app.Call", 3, Rate.NONE), goroutines("", "app.Call")))
                .isTrue();
        assertThat(areOne(Sides.finding(Kind.PAGE_CACHE, "", "app.Call", 3, Rate.NONE), goroutines("", "app.Call")))
                .isFalse();
    }

    @Test
    void findingsOfOneFunction_arePairedByTheirRates() {
        Finding slow = Sides.goroutineLeak("app.Call", 3, 60);
        Finding fast = Sides.goroutineLeak("app.Call", 9, 600);
        List<Pairing.Pair> pairs = Pairing.of(List.of(slow, fast), List.of(fast, slow));
        assertThat(pairs.get(0).before()).contains(fast);
        assertThat(pairs.get(1).before()).contains(slow);
    }

    @Test
    void sameFunction_isPreferredToTheSameDefect() {
        Finding one = goroutines("G06", "app.One");
        Finding two = goroutines("G06", "app.Two");
        List<Pairing.Pair> pairs = Pairing.of(List.of(one, two), List.of(two));
        assertThat(pairs).hasSize(2);
        assertThat(pairs.get(0).before()).contains(two);
        assertThat(pairs.get(1).before()).contains(one);
        assertThat(pairs.get(1).after()).isEmpty();
    }
}
