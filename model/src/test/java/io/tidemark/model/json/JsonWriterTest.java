package io.tidemark.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.model.profile.Utf8;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonWriter json = new JsonWriter(bytes);

    private String written() throws IOException {
        json.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String string(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonWriter json = new JsonWriter(bytes);
        json.value(text).flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void rows_inAnArray_areALineEach() throws IOException {
        json.beginObject().member("schema", "example/1").name("rows").beginArray();
        json.inline()
                .beginObject()
                .member("name", "main.load")
                .member("value", 12)
                .end();
        json.inline()
                .beginObject()
                .name("stack")
                .beginArray()
                .value(1)
                .value(2)
                .end()
                .end();
        json.end().end();
        assertThat(written()).isEqualTo("""
                {
                  "schema": "example/1",
                  "rows": [
                    {"name": "main.load", "value": 12},
                    {"stack": [1, 2]}
                  ]
                }
                """);
    }

    @Test
    void containers_empty_stayClosed() throws IOException {
        json.beginObject()
                .name("a")
                .beginArray()
                .end()
                .name("b")
                .beginObject()
                .end()
                .end();
        assertThat(written()).isEqualTo("""
                {
                  "a": [],
                  "b": {}
                }
                """);
    }

    @Test
    void numbers_ofAnySize_areExact() throws IOException {
        json.inline().beginArray();
        for (long value : new long[] {0, 9, 10, -1, 1_000_000_007, Long.MAX_VALUE, Long.MIN_VALUE}) {
            json.value(value);
        }
        json.value(0.25).value(1e300).value(Double.NaN).value(-0.0).end();
        assertThat(written())
                .isEqualTo("[0, 9, 10, -1, 1000000007, 9223372036854775807, -9223372036854775808, "
                        + "0.25, 1e+300, null, -0]\n");
    }

    @Test
    void strings_withControlsAndMarkup_areEscaped() throws IOException {
        assertThat(string("a\"b\\c\n\t\u0001\u007f")).isEqualTo("\"a\\\"b\\\\c\\n\\t\\u0001\\u007f\"");
        assertThat(string("</script><!--&")).isEqualTo("\"\\u003c/script\\u003e\\u003c!--\\u0026\"");
        assertThat(string("\u2028\u2029")).isEqualTo("\"\\u2028\\u2029\"");
    }

    @Test
    void strings_ofEveryPlane_areUtf8() throws IOException {
        assertThat(string("aé€😀z")).isEqualTo("\"aé€😀z\"");
    }

    @Test
    void strings_notUnicode_areReplaced() throws IOException {
        String broken =
                Utf8.decode(new byte[] {'m', (byte) 0xFF, (byte) 0xC3, '.', (byte) 0xED, (byte) 0xA0, (byte) 0x80});
        assertThat(string(broken)).isEqualTo("\"m\ufffd\ufffd.\ufffd\ufffd\ufffd\"");
        assertThat(string("\ud83d")).isEqualTo("\"\ufffd\"");
    }

    @Test
    void output_largerThanTheBuffer_isWhole() throws IOException {
        json.beginArray();
        for (int i = 0; i < 100_000; i++) {
            json.value(i);
        }
        json.end();
        String[] lines = written().split("\n", -1);
        assertThat(lines).hasSize(100_003);
        assertThat(lines[100_000]).isEqualTo("  99999");
    }

    @Test
    void name_outsideOfAnObject_isRefused() throws IOException {
        json.beginArray();
        assertThatThrownBy(() -> json.name("x")).isInstanceOf(IllegalStateException.class);
    }
}
