package io.tidemark.analysis.memstats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.analysis.signal.Signal;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.text.MalformedTextException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemStatsTest {
    @Test
    void everyPage_ofEveryVersion_hasTheIdentities() throws IOException {
        for (String page : List.of("go1.26.vars.json", "go1.19.vars.json")) {
            assertIdentities(page, VarsPage.read(resource(page)).memStats());
        }
        for (String page : List.of("go1.26.heap.txt", "go1.19.heap.txt")) {
            assertIdentities(page, HeapComments.read(resource(page), Limits.DEFAULT));
        }
        for (String page : List.of("runtime-metrics.txt", "go1.19.metrics.txt")) {
            assertIdentities(page, MetricsPage.read(resource(page)).memStats());
        }
    }

    private static void assertIdentities(String page, MemStats stats) {
        long parts = value(stats, MemStat.HEAP_SYS)
                + value(stats, MemStat.STACK_SYS)
                + value(stats, MemStat.MSPAN_SYS)
                + value(stats, MemStat.MCACHE_SYS)
                + value(stats, MemStat.BUCK_HASH_SYS)
                + value(stats, MemStat.GC_SYS)
                + value(stats, MemStat.OTHER_SYS);
        assertThat(parts).as(page).isEqualTo(value(stats, MemStat.SYS));
        assertThat(value(stats, MemStat.HEAP_IDLE) + value(stats, MemStat.HEAP_INUSE))
                .as(page)
                .isEqualTo(value(stats, MemStat.HEAP_SYS));
        assertThat(stats.fragmentation().orElseThrow()).isNotNegative();
        assertThat(stats.unreleased().orElseThrow()).isNotNegative();
        assertThat(stats.runtime().orElseThrow()).isPositive();
        assertThat(value(stats, MemStat.NEXT_GC)).isPositive();
        assertThat(value(stats, MemStat.NUM_GC)).isPositive();
    }

    @Test
    void vars_ofNewGo_haveSizeClasses() throws IOException {
        MemStats stats = VarsPage.read(resource("go1.26.vars.json")).memStats();
        assertThat(stats.sizes()).hasSize(61);
        assertThat(stats.sizes().get(60).size()).isEqualTo(18432);
        assertThat(stats.sizes()).allSatisfy(size -> assertThat(size.objects()).isNotNegative());
        assertThat(stats.gcCpu()).isPresent();
    }

    @Test
    void vars_withoutMemstatsOrWithOthers_areReadAsFarAsTheyGo() throws IOException {
        VarsPage page = VarsPage.read(in("""
                {"requests": 12, "rate": NaN, "map": {"a": [1, {"b": 2}]}, "text": "x", "memstats": {"HeapAlloc": 7, "New": [1]}}
                """));
        assertThat(page.numbers()).containsEntry("requests", 12.0);
        assertThat(page.memStats().value(MemStat.HEAP_ALLOC)).hasValue(7);
        assertThat(page.memStats().total()).isEmpty();
        assertThat(VarsPage.read(in("{}")).memStats().isEmpty()).isTrue();
    }

    @Test
    void vars_broken_sayWhere() {
        for (String text : new String[] {
            "",
            "[]",
            "<html>",
            "{\"memstats\": {\"HeapAlloc\": \"x\"}}",
            "{\"memstats\": {\"HeapAlloc\": 1e3}}",
            "{\"memstats\": {\"HeapAlloc\": 99999999999999999999999}}",
            "{\"a\": " + "[".repeat(100_000)
        }) {
            assertThatThrownBy(() -> VarsPage.read(in(text)))
                    .as(text.substring(0, Math.min(40, text.length())))
                    .isInstanceOf(MalformedTextException.class)
                    .hasMessageStartingWith("debug/vars, line ");
        }
    }

    @Test
    void vars_cutOffAnywhere_areRefusedOrRead() throws IOException {
        byte[] page = resource("go1.26.vars.json").readAllBytes();
        for (int length = 0; length < page.length - 2; length++) {
            byte[] beginning = Arrays.copyOf(page, length);
            assertThatThrownBy(() -> VarsPage.read(new ByteArrayInputStream(beginning)))
                    .isInstanceOf(MalformedTextException.class);
        }
    }

    @Test
    void metrics_giveSettingsAndLoad() throws IOException {
        MetricsPage page = MetricsPage.read(in("""
                go_gc_gogc_percent 1.8446744073709552e+19
                go_gc_gomemlimit_bytes 9.223372036854776e+18
                go_gc_duration_seconds{quantile="0.5"} 0.0001
                go_gc_duration_seconds_sum 0.5
                go_gc_duration_seconds_count 77
                http_requests_total{code="200"} 10
                http_requests_total{code="500"} 2
                promhttp_metric_handler_requests_total{code="200"} 99
                http_client_requests_total 1000
                http_requests_in_flight 3
                broken{
                process_start_time_seconds 1.7e9
                """));
        assertThat(page.signals())
                .containsEntry(Signal.GOGC, -1.0)
                .doesNotContainKey(Signal.GOMEMLIMIT)
                .containsEntry(Signal.COLLECTIONS, 77.0)
                .containsEntry(Signal.REQUESTS, 12.0)
                .containsEntry(Signal.IN_FLIGHT, 3.0)
                .containsEntry(Signal.SERIES, 11.0);
        assertThat(page.problem()).contains("line 11");
    }

    @Test
    void metrics_thatAreNone_areRefused() {
        assertThatThrownBy(() -> MetricsPage.read(in("404 page not found\n")))
                .isInstanceOf(MalformedTextException.class)
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> MetricsPage.read(in(""))).hasMessageContaining("no sample");
    }

    private static long value(MemStats stats, MemStat stat) {
        return stats.value(stat).orElseThrow();
    }

    private static InputStream resource(String name) {
        InputStream in = MemStatsTest.class.getResourceAsStream(name);
        assertThat(in).as(name).isNotNull();
        return in;
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
