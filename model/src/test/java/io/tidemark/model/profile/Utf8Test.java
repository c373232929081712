package io.tidemark.model.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {
    @Test
    void decode_validText_isThatText() {
        String text = "main.(*Größe).读\uD83D\uDE00";
        assertThat(Utf8.decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
        assertThat(Utf8.width(text)).isEqualTo(16);
    }

    @Test
    void encode_anyBytesDecoded_areThoseBytes() {
        Random random = new Random(7);
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = new byte[random.nextInt(8)];
            random.nextBytes(bytes);
            assertThat(Utf8.encode(Utf8.decode(bytes))).isEqualTo(bytes);
        }
    }

    @Test
    void compare_validText_isTheOrderOfTheBytes() {
        String[] texts = {"", "a", "b", "ab", "é", "\uFFFD", "\uD83D\uDE00", "a\uD83D\uDE00", "a\uFFFD"};
        for (String a : texts) {
            for (String b : texts) {
                int bytes = Arrays.compareUnsigned(Utf8.encode(a), Utf8.encode(b));
                assertThat(Integer.signum(Utf8.compare(a, b))).as("%s %s", a, b).isEqualTo(Integer.signum(bytes));
            }
        }
    }
}
