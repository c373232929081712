package io.tidemark.model.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameFilterTest {
    private final Profile profile = Stacked.profile("main;load;read 3", "main;save+sync;write 4", "idle 5");

    @Test
    void focus_keepsSamplesThroughAMatch() {
        FrameFilter.Result result = profile.filterFrames(new FrameFilter(n -> n.equals("load"), null, null, null));
        assertThat(Stacked.lines(result.profile())).containsExactly("main;load;read 3");
        assertThat(result.focused()).isTrue();
    }

    @Test
    void focus_onAFile_countsAsAMatch() {
        FrameFilter.Result result = profile.filterFrames(new FrameFilter(n -> n.equals("idle.go"), null, null, null));
        assertThat(Stacked.lines(result.profile())).containsExactly("idle 5");
    }

    @Test
    void ignore_winsOverFocus() {
        FrameFilter.Result result =
                profile.filterFrames(new FrameFilter(n -> n.equals("main"), n -> n.equals("write"), null, null));
        assertThat(Stacked.lines(result.profile())).containsExactly("main;load;read 3");
        assertThat(result.ignored()).isTrue();
    }

    @Test
    void hide_dropsFramesAndInlinedLines_andSamplesWithNothingLeft() {
        FrameFilter.Result result = profile.filterFrames(
                new FrameFilter(null, null, n -> n.equals("sync") || n.equals("load") || n.equals("idle"), null));
        assertThat(Stacked.lines(result.profile())).containsExactly("main;read 3", "main;save;write 4");
        assertThat(result.hidden()).isTrue();
    }

    @Test
    void show_keepsOnlyMatches() {
        FrameFilter.Result result =
                profile.filterFrames(new FrameFilter(null, null, null, n -> n.equals("sync") || n.equals("main")));
        assertThat(Stacked.lines(result.profile())).containsExactly("main 3", "main;sync 4");
        assertThat(result.shown()).isTrue();
    }

    @Test
    void filter_thatMatchesNothing_saysSo() {
        FrameFilter.Result result = profile.filterFrames(new FrameFilter(n -> false, n -> false, n -> false, null));
        assertThat(result.profile().samples().size()).isZero();
        assertThat(result.focused()).isFalse();
        assertThat(result.ignored()).isFalse();
        assertThat(result.hidden()).isFalse();
    }
}
