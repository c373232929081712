package io.tidemark.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegibleOutputTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain (*T).f\\t1\\n | plain (*T).f\\t1\\n",
                "\\e[2Jgone\\r\\b | ?[2Jgone??",
                "grüße, 世界 | grüße, 世界",
                "\\u009b2J | \\u00c2?2J",
            })
    void write_controls_areShown(String text, String expected) throws IOException {
        byte[] bytes = unescaped(text).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        new LegibleOutput(whole).write(bytes);
        ByteArrayOutputStream single = new ByteArrayOutputStream();
        LegibleOutput out = new LegibleOutput(single);
        for (byte b : bytes) {
            out.write(b);
        }
        assertThat(single.toByteArray()).isEqualTo(whole.toByteArray());
        assertThat(whole.toString(StandardCharsets.ISO_8859_1))
                .isEqualTo(new String(
                        expected.contains("\\u00c2")
                                ? unescaped(expected).getBytes(StandardCharsets.ISO_8859_1)
                                : unescaped(expected).getBytes(StandardCharsets.UTF_8),
                        StandardCharsets.ISO_8859_1));
    }

    private static String unescaped(String text) {
        return text.replace("\\e", "\033")
                .replace("\\r", "\r")
                .replace("\\b", "\b")
                .replace("\\t", "\t")
                .replace("\\n", "\n")
                .replace("\\u009b", "\u009b")
                .replace("\\u00c2", "\u00c2");
    }
}
