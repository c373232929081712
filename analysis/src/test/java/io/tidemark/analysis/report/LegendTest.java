package io.tidemark.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegendTest {
    private static final long FIRST_OF_AUGUST_2026 = 1_785_542_400_000_000_000L;

    @ParameterizedTest
    @CsvSource({
        "UTC, 2026-08-01 00:00:00 UTC",
        "Europe/Berlin, 2026-08-01 02:00:00 CEST",
        "America/New_York, 2026-07-31 20:00:00 EDT",
        "Asia/Tokyo, 2026-08-01 09:00:00 JST",
        "Asia/Dubai, 2026-08-01 04:00:00 +04",
        "America/Sao_Paulo, 2026-07-31 21:00:00 -03",
        "Asia/Kathmandu, 2026-08-01 05:45:00 +0545",
    })
    void time_zonesWithAndWithoutAbbreviation_isWhatGoPrints(String zone, String expected) {
        assertThat(Legend.time(FIRST_OF_AUGUST_2026, ZoneId.of(zone))).isEqualTo(expected);
    }
}
