package io.tidemark.analysis.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analysis.Orders;
import io.tidemark.analysis.finding.Diagnosis;
import io.tidemark.analysis.signal.Series;
import io.tidemark.analysis.signal.Signal;
import io.tidemark.analysis.signal.Signals;
import io.tidemark.analysis.view.Shape;
import io.tidemark.analysis.view.View;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerPageTest {
    private static final Signals SIGNALS = Signals.of(Map.of(
            Signal.LIVE_HEAP, Series.of(new double[] {0, 20, 40, 60}, new double[] {1e7, 2e7, 3e7, 4e7}),
            Signal.GOROUTINES, Series.of(new double[] {0, 20, 40, 60}, new double[] {10, 10, 11, 10})));

    private static String page(Diagnosis diagnosis, List<AnswerPage.Flame> flames) throws Exception {
        byte[] page = Orders.written(out -> AnswerPage.write(diagnosis, SIGNALS, flames, out));
        return new String(page, StandardCharsets.UTF_8);
    }

    @Test
    void page_hasAllParts() throws Exception {
        AnswerPage.Flame flame =
                new AnswerPage.Flame("What grew", Orders.report(Orders.heap(1), View.INITIAL, Shape.TABLE));
        String page = page(AnswerTest.leak(), List.of(flame));
        assertThat(page)
                .contains(
                        "<title>leak: http://10.0.3.7:6060</title>",
                        "gRPC connections are dialled and never closed",
                        "the limit is reached in 38 minutes at this rate",
                        "<canvas id=\"go.heap.live\"",
                        "sandbox=\"allow-scripts\" title=\"What grew\"")
                .doesNotContain("after <GC>", "@series@");
    }

    @Test
    void page_ofHealthyProgram_saysWhy() throws Exception {
        assertThat(page(AnswerTest.healthy(), List.of()))
                .contains("<span class=\"badge calm\">HEALTHY</span>", "would have been seen")
                .doesNotContain("<iframe");
    }
}
