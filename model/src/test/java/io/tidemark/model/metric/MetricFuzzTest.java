package io.tidemark.model.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.tidemark.model.Decoding;
import io.tidemark.model.text.MalformedTextException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MetricFuzzTest {
    @FuzzTest(maxDuration = "2m")
    void read_anything_decodesOrRefuses(byte[] input) throws IOException {
        check(input);
    }

    @Test
    void read_truncated_decodesOrRefuses() throws IOException {
        for (Path file : Decoding.files(MetricFuzzTest.class, "MetricFuzzTestInputs/read_anything_decodesOrRefuses")) {
            byte[] input = Files.readAllBytes(file);
            for (int length = 0; length <= input.length; length++) {
                check(Arrays.copyOf(input, length));
            }
        }
    }

    private static void check(byte[] input) throws IOException {
        MetricReader metrics =
                new MetricReader(new ByteArrayInputStream(input), MetricReader.Format.OPENMETRICS, 1 << 20);
        boolean more = true;
        while (more) {
            try {
                more = metrics.next();
                assertThat(metrics.line()).isLessThanOrEqualTo(input.length + 1L);
                for (int i = 0; more && i < metrics.labels(); i++) {
                    assertThat(metrics.label(metrics.labelName(i))).isPresent();
                }
                assertThat(!more || metrics.name().length() > 0).isTrue();
            } catch (MalformedTextException refused) {
                assertThat(refused.getMessage()).contains("line " + metrics.line());
            }
        }
    }
}
