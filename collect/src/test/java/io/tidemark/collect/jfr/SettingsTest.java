package io.tidemark.collect.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void span_textOfTheJdk_isADuration() {
        assertThat(Settings.span("20 ms")).contains(Duration.ofMillis(20));
        assertThat(Settings.span("1 s")).contains(Duration.ofSeconds(1));
        assertThat(Settings.span("500 us")).contains(Duration.ofNanos(500_000));
        assertThat(Settings.span("2 h")).contains(Duration.ofHours(2));
    }

    @Test
    void span_anythingElse_isNone() {
        for (String text : new String[] {"", "everyChunk", "0 ns", "20", "ms", "-1 ms", "999999999999999 d"}) {
            assertThat(Settings.span(text)).as(text).isEmpty();
        }
    }
}
