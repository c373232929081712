package io.tidemark.analysis.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tidemark.analysis.Browser;
import io.tidemark.analysis.Orders;
import io.tidemark.analysis.finding.Confidence;
import io.tidemark.analysis.finding.Culprit;
import io.tidemark.analysis.finding.Diagnosis;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.Kind;
import io.tidemark.analysis.finding.Rate;
import io.tidemark.analysis.finding.Severity;
import io.tidemark.analysis.finding.Verdict;
import io.tidemark.analysis.signal.Series;
import io.tidemark.analysis.signal.Signal;
import io.tidemark.analysis.signal.Signals;
import io.tidemark.analysis.view.Shape;
import io.tidemark.analysis.view.View;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerPageTest {
    private static final Signals SIGNALS = Signals.of(Map.of(
            Signal.LIVE_HEAP, Series.of(new double[] {0, 20, 40, 60}, new double[] {1e7, 2e7, 3e7, 4e7}),
            Signal.THREADS, Series.of(new double[] {0, 20, 40, 60}, new double[] {10, 10, 10, 10}),
            Signal.GOROUTINES, Series.of(new double[] {0, 20, 40, 60}, new double[] {10, 10, 11, 10})));

    @TempDir
    private Path directory;

    private static String page(Diagnosis diagnosis, List<Flame> flames) throws Exception {
        byte[] page = Orders.written(out -> AnswerPage.write(diagnosis, SIGNALS, flames, out));
        return new String(page, StandardCharsets.UTF_8);
    }

    private static Flame flame(Flame.Graph graph) throws Exception {
        return new Flame(graph, Orders.report(Orders.heap(1), View.INITIAL, Shape.TABLE));
    }

    /** A leak in the cache of the orders, whose name is in the heap profile. */
    private static Diagnosis cache() {
        Finding finding = new Finding(
                Kind.HEAP_GROWTH,
                Severity.CRITICAL,
                Confidence.prior(),
                "a cache with <script>alert(1)</script> in its name",
                "Write  defer mu.Unlock()  right after.",
                Optional.of(
                        new Culprit("orders.(*Cache).Put", "cache.go", 11, List.of("orders.(*Cache).Put cache.go:11"))),
                "",
                Rate.NONE,
                List.of(),
                List.of());
        Diagnosis leak = AnswerTest.leak();
        return new Diagnosis(
                leak.target(),
                leak.observed(),
                Verdict.LEAK,
                "",
                List.of(finding),
                List.of(),
                leak.accounting(),
                List.of());
    }

    @Test
    void page_hasAllParts() throws Exception {
        assertThat(page(AnswerTest.leak(), List.of(flame(Flame.Graph.GROWTH))))
                .contains(
                        "<title>leak: http://10.0.3.7:6060</title>",
                        "<span class=\"badge critical\">LEAK</span> gRPC connections are dialled and never closed</h1>",
                        "svc.askBilling (client.go:91), +6.99 MiB a minute",
                        "the limit is reached in 38 minutes at this rate",
                        "<canvas id=\"go.heap.live\"",
                        "heap alive after the last collection <span class=\"mark\">the leak</span>",
                        ">What grew</button>")
                .doesNotContain("<canvas id=\"process.threads\"", "b <GC>", "@series@", "http-equiv=\"refresh\"");
    }

    @Test
    void page_ofHealthyProgram_saysWhy() throws Exception {
        assertThat(page(AnswerTest.healthy(), List.of()))
                .contains("<span class=\"badge calm\">HEALTHY</span>", "would have been seen")
                .doesNotContain("role=\"tab\"");
    }

    @Test
    void culprit_inAFlameGraph_isLinkedToItsFrames() throws Exception {
        String page = page(cache(), List.of(flame(Flame.Graph.GOROUTINES), flame(Flame.Graph.LIVE)));
        assertThat(page)
                .contains(
                        "data-graph=\"live\" data-search=\"^orders\\.\\(\\*Cache\\)\\.Put$\"",
                        "<code>defer mu.Unlock()</code> right")
                .doesNotContain("<script>alert(1)");
        assertThat(page(AnswerTest.leak(), List.of(flame(Flame.Graph.LIVE)))).doesNotContain("data-search");
    }

    @Test
    void cursor_isTheSame_inAllCharts() throws Exception {
        Optional<Path> program = Browser.find();
        assumeTrue(program.isPresent(), "no Chromium in the PATH");
        Path file = Files.writeString(directory.resolve("answer.html"), page(AnswerTest.leak(), List.of()));
        String outputs = "[...document.querySelectorAll('output')].map(output => output.textContent).join()";
        try (Browser browser = Browser.start(program.get())) {
            browser.open(file.toUri().toString());
            browser.await(outputs, "9.54 MiB → 38.1 MiB,10 → 10");
            browser.ask("document.querySelector('canvas').focus()");
            for (int i = 0; i < 3; i++) {
                browser.press("ArrowRight");
            }
            browser.await(outputs, "28.6 MiB at 40 s,11 at 40 s");
        }
    }

    @Test
    void link_clicked_showsTheFrames() throws Exception {
        Optional<Path> program = Browser.find();
        assumeTrue(program.isPresent(), "no Chromium in the PATH");
        Path file = Files.writeString(
                directory.resolve("answer.html"),
                page(cache(), List.of(flame(Flame.Graph.LIVE), flame(Flame.Graph.ALLOCATIONS))));
        try (Browser browser = Browser.start(program.get())) {
            browser.open(file.toUri().toString());
            browser.await("document.querySelector('iframe').dataset.ready", "true");
            assertThat(browser.ask("document.querySelectorAll('figure').length + ' ' + document.scripts.length"))
                    .isEqualTo("2 3");
            browser.ask("document.querySelector('a[data-graph]').click()");
            browser.awaitInFrame("document.getElementById('details').textContent.slice(0, 19)", "orders.(*Cache).Put");
            browser.ask("document.getElementById('tab-allocations').click()");
            browser.await("document.querySelectorAll('iframe').length", "2");
            assertThat(browser.ask("document.querySelector('iframe').hidden")).isEqualTo("true");
        }
    }
}
