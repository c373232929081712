package io.tidemark.model.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.model.text.MalformedTextException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MetricReaderTest {
    @Test
    void next_ofPrometheus_hasNamesLabelsValuesAndTimes() throws IOException {
        MetricReader metrics = reader("""
                # TYPE http_requests_total counter
                http_requests_total{method="post",code="200",} 1027 1395066363000

                files{path="C:\\\\DIR\\\\F",error="not\\nfound: \\"F\\""} 1.458255915e9
                bare 12.47
                odd{a="b"} -Inf
                """);
        assertThat(metrics.next()).isTrue();
        assertThat(metrics.isNamed("http_requests_total")).isTrue();
        assertThat(metrics.labels()).isEqualTo(2);
        assertThat(metrics.label("code")).hasValue("200");
        assertThat(metrics.value()).isEqualTo(1027);
        assertThat(metrics.timestamp()).hasValue(1395066363000L);
        assertThat(metrics.next()).isTrue();
        assertThat(metrics.label("path")).hasValue("C:\\DIR\\F");
        assertThat(metrics.label("error")).hasValue("not\nfound: \"F\"");
        assertThat(metrics.value()).isEqualTo(1.458255915e9);
        assertThat(metrics.line()).isEqualTo(4);
        assertThat(metrics.next()).isTrue();
        assertThat(metrics.value()).isEqualTo(12.47);
        assertThat(metrics.timestamp()).isEmpty();
        assertThat(metrics.next()).isTrue();
        assertThat(metrics.value()).isNegative().isInfinite();
        assertThat(metrics.next()).isFalse();
    }

    @Test
    void next_ofOpenMetrics_readsSecondsQuotedNamesAndSkipsExemplars() throws IOException {
        MetricReader metrics = new MetricReader(
                in("{\"my.name\",le=\"1\"} 11 1520879607.789 # {trace_id=\"K\"} 0.67 1520879607.789\n# EOF\n"),
                MetricReader.Format.OPENMETRICS,
                1 << 20);
        assertThat(metrics.next()).isTrue();
        assertThat(metrics.name()).isEqualTo("my.name");
        assertThat(metrics.label("le")).hasValue("1");
        assertThat(metrics.timestamp()).hasValue(1520879607789L);
        assertThat(metrics.next()).isFalse();
    }

    @Test
    void next_malformedLine_isNamedAndSkipped() throws IOException {
        MetricReader metrics = reader("good 1\nbad{a=\"b} 1\nworse\ngood 2\n");
        assertThat(metrics.next()).isTrue();
        assertThatThrownBy(metrics::next)
                .isInstanceOf(MalformedTextException.class)
                .hasMessage("metrics, line 2: \"bad{a=\"b} 1\" (expected a closing quote)");
        assertThatThrownBy(metrics::next).hasMessageContaining("line 3").hasMessageContaining("a number as value");
        assertThat(metrics.next()).isTrue();
        assertThat(metrics.value()).isEqualTo(2);
    }

    @Test
    void next_linesAcrossBuffers_areWhole() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("metric_")
                    .append(i)
                    .append("{label=\"")
                    .append("x".repeat(i % 97))
                    .append("\"} ")
                    .append(i)
                    .append('\n');
        }
        MetricReader metrics = reader(text.toString());
        for (int i = 0; i < 20_000; i++) {
            assertThat(metrics.next()).isTrue();
            assertThat(metrics.isNamed("metric_" + i)).isTrue();
            assertThat(metrics.labelValue(0)).hasSize(i % 97);
            assertThat(metrics.value()).isEqualTo(i);
        }
        assertThat(metrics.next()).isFalse();
    }

    @Test
    void next_beyondTheLimits_refuses() {
        MetricReader small = new MetricReader(in("metric 1\n".repeat(100)), MetricReader.Format.PROMETHEUS, 100);
        assertThatThrownBy(small::next)
                .isInstanceOf(MalformedTextException.class)
                .hasMessageContaining("100 bytes");
        assertThatThrownBy(reader("x".repeat(2 << 20))::next).hasMessageContaining("longer than");
    }

    @Test
    void numbers_areAsJavaReadsThem() {
        for (String text : new String[] {
            "0",
            "-0",
            "1.5",
            "123456789.123456",
            "0.1",
            "9007199254740993",
            "1e308",
            "4.9E-324",
            "1234567890123456789012",
            "0.000000000000000000001",
            "+7",
            "1.7976931348623157e308",
            ".5",
            "5."
        }) {
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            assertThat(MetricNumber.parse(bytes, 0, bytes.length)).hasValue(Double.parseDouble(text));
        }
        for (String text : new String[] {"", "-", ".", "1f", "0x10", "1_0", "e5", "NaNs"}) {
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            assertThat(MetricNumber.parse(bytes, 0, bytes.length)).as(text).isEmpty();
        }
    }

    private static MetricReader reader(String text) {
        return new MetricReader(in(text), MetricReader.Format.PROMETHEUS, 64 << 20);
    }

    private static ByteArrayInputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
