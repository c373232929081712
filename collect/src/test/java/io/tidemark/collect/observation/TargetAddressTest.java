package io.tidemark.collect.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetAddressTest {
    @ParameterizedTest
    @CsvSource({
        "http://host:6060, http://host:6060",
        "host:6060, http://host:6060",
        ":6060, http://localhost:6060",
        "host:6060/debug/pprof, http://host:6060",
        "http://host:6060/debug/pprof/, http://host:6060",
        "http://host:6060//debug/pprof/heap?gc=1&debug=1, http://host:6060",
        "https://host/debug/vars, https://host",
        "https+insecure://host/metrics, https+insecure://host",
        "http://host/api/v1/debug/pprof/heap, http://host/api/v1",
        "http://host/metrics-service/, http://host/metrics-service",
        "http://user:secret@host:1/debug/pprof/heap, http://host:1",
        "[::1]:6060, http://[::1]:6060",
    })
    void parse_whatPeopleHaveAtHand_isTheBase(String text, String name) {
        assertThat(TargetAddress.parse(text)).hasToString(name);
    }

    @Test
    void parse_whatIsNone_isRefusedWithoutThePassword() {
        assertThatThrownBy(() -> TargetAddress.parse("http://user:secret@host:x/"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("http://host:x/: host host:x (expected HOST or HOST:PORT)");
        assertThatThrownBy(() -> TargetAddress.ofProcess(0)).hasMessage("process 0 (expected a number above 0)");
    }

    @Test
    void parse_userAndPassword_areKeptForTheServer() {
        assertThat(TargetAddress.parse("http://user:secret@host:1/debug/pprof/heap")
                        .base())
                .contains(io.tidemark.collect.http.Address.parse("http://user:secret@host:1"));
    }

    @Test
    void name_withoutUrl_isThatOfTheProcess() {
        assertThat(TargetAddress.ofProcess(4711)).hasToString("process 4711");
        assertThat(TargetAddress.ofCgroup("/a/b")).hasToString("control group /a/b");
    }
}
