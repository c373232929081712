package io.tidemark.collect.observation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretsTest {
    @Test
    void withoutThem_passwordsAndTokens_areGone() {
        assertThat(Secrets.withoutThem("/bin/x\0--db=postgres://u:p@h/d\0--api-key=abc\0-token\0t0p\0--port=1\0"))
                .isEqualTo("/bin/x --db=postgres://***@h/d --api-key=*** -token *** --port=1");
    }
}
