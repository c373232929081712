package io.tidemark.model.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StringTableTest {
    @Test
    void hasAny_andStartsWith_lookAtTheBytes() {
        StringTable.Builder builder = new StringTable.Builder();
        int plain = builder.intern("_main");
        int template = builder.intern("föö<int>");
        StringTable table = builder.build();
        boolean[] wanted = new boolean[128];
        wanted['<'] = true;

        assertThat(table.hasAny(plain, wanted)).isFalse();
        assertThat(table.hasAny(template, wanted)).isTrue();
        assertThat(table.hasAny(0, wanted)).isFalse();
        assertThat(table.startsWith(plain, "_m")).isTrue();
        assertThat(table.startsWith(plain, "_main_")).isFalse();
        assertThat(table.startsWith(0, "")).isTrue();
    }
}
