package io.tidemark.model.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PruningTest {
    @Test
    void showFrom_dropsFramesAboveTheHighestMatch() {
        Profile profile = Stacked.profile("A;B;C;B 1", "A;D 2");
        assertThat(Stacked.lines(profile.showFrom(n -> n.equals("B")))).containsExactly("B;C;B 1");
        assertThat(Stacked.lines(profile.showFrom(n -> n.equals("A")))).containsExactly("A;B;C;B 1", "A;D 2");
        assertThat(Stacked.lines(profile.showFrom(n -> n.equals("X")))).isEmpty();
    }

    @Test
    void showFrom_inAnInlinedCall_dropsTheCallersLines() {
        Profile profile = Stacked.profile("A;B+C;D 1");
        assertThat(Stacked.lines(profile.showFrom(n -> n.equals("C")))).containsExactly("C;D 1");
    }

    @Test
    void prune_dropsAMatchWithItsCallees_butNotBeforeTheFirstUserFrame() {
        Profile profile = Stacked.profile("malloc;main;malloc;grow 1", "main;keep;malloc 2", "malloc 3");
        Profile pruned = profile.prune(n -> n.equals("malloc"), n -> false);
        assertThat(Stacked.lines(pruned)).containsExactly("malloc;main 1", "main;keep 2", "malloc 3");
    }

    @Test
    void prune_ofWhatIsToBeKept_keepsIt() {
        Profile profile = Stacked.profile("main;malloc 1");
        assertThat(Stacked.lines(profile.prune(n -> n.equals("malloc"), n -> n.equals("malloc"))))
                .containsExactly("main;malloc 1");
    }

    @Test
    void prune_inAnInlinedCall_keepsTheCallersLines() {
        Profile profile = Stacked.profile("main;new+malloc;grow 1");
        assertThat(Stacked.lines(profile.prune(n -> n.equals("malloc"), n -> false)))
                .containsExactly("main;new 1");
    }

    @Test
    void pruneFrom_dropsCalleesOfTheLowestMatch() {
        Profile profile = Stacked.profile("D;B;C;B;A 1", "D;X 2");
        assertThat(Stacked.lines(profile.pruneFrom(n -> n.equals("B")))).containsExactly("D;B;C;B 1", "D;X 2");
    }

    @ParameterizedTest
    @CsvSource({
        "main, main",
        ".main, main",
        "foo(int), foo",
        "'(anonymous namespace)::foo(int)', '(anonymous namespace)::foo'",
        "'A::operator()(int)', 'A::operator()'",
        "main.(*T).f, main.",
    })
    void simplify_name_dropsArguments(String name, String expected) {
        assertThat(Pruning.simplify(name)).isEqualTo(expected);
    }
}
