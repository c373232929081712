package io.tidemark.collect.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://localhost:6060/debug/pprof/heap   | http://localhost:6060/debug/pprof/heap",
                "HTTPS://host                             | https://host",
                "https+insecure://host:8443?a=b           | https+insecure://host:8443/?a=b",
                "http://my_service:6060/x#part            | http://my_service:6060/x",
                "http://[::1]:6060/x                      | http://[::1]:6060/x",
                "http://host/with space/\"?q=<ä>          | http://host/with%20space/%22?q=%3C%C3%A4%3E",
                "http://host:/x                           | http://host/x",
                "http://bücher.example/                   | http://xn--bcher-kva.example/",
                "http://user:secret@host/x                | http://host/x",
                "http://a@b:c@host:80/x@y                 | http://host:80/x@y",
            })
    void parse_url_isShownWithoutThePassword(String text, String shown) {
        assertThat(Address.parse(text)).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ftp://user:secret@host/x    | scheme ftp (expected http, https or https+insecure)",
                "http://user:secret@host:x/y | host host:x (expected HOST or HOST:PORT)",
                "http://host:99999/          | port 99999 (expected 1 to 65535)",
                "http://host:0/              | port 0 (expected 1 to 65535)",
                "http:///path                | host  (expected HOST or HOST:PORT)",
                "no url                      | not a URL (expected http://HOST:PORT/PATH)",
                "http://a b/                 | a host name with a space or a control character",
            })
    void parse_whatIsNone_isRefused(String text, String message) {
        assertThatThrownBy(() -> Address.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void credentials_userAndPassword_areUnescaped() {
        assertThat(Address.parse("http://host/").credentials()).isEmpty();
        assertThat(Address.parse("http://user@host/").credentials().map(Credentials::basic))
                .contains("Basic dXNlcjo=");
        assertThat(Address.parse("http://user:p%40ss%zz@host/").credentials().map(Credentials::basic))
                .as("user:p@ss%zz")
                .contains("Basic dXNlcjpwQHNzJXp6");
    }

    @ParameterizedTest
    @CsvSource({
        "http://h/p, http://h/p?seconds=5",
        "http://h/p?, http://h/p?seconds=5",
        "http://h/p?gc=1, http://h/p?gc=1&seconds=5",
        "http://h/p?seconds=30&gc=1, http://h/p?seconds=5&gc=1",
        "http://h/p?gc=1&seconds=, http://h/p?gc=1&seconds=5",
        "http://h/p?milliseconds=7, http://h/p?milliseconds=7&seconds=5",
    })
    void withSeconds_query_isChangedInThatOnly(String text, String expected) {
        assertThat(Address.parse(text).withSeconds(5)).hasToString(expected);
        assertThat(Address.parse(expected).seconds()).contains(5);
    }

    @Test
    void seconds_noNumber_isNone() {
        assertThat(Address.parse("http://h/p").seconds()).isEmpty();
        assertThat(Address.parse("http://h/p?seconds=x").seconds()).isEmpty();
        assertThat(Address.parse("http://h/p?seconds=99999999999").seconds()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/x, http://h:1/x",
        "x, http://h:1/a/x",
        "../x, http://h:1/x",
        "?q=1, http://h:1/a/?q=1",
        "//other/x, http://other/x",
        "https://other/x y, https://other/x%20y",
    })
    void resolve_location_isRelativeOrNot(String location, String expected) {
        assertThat(Address.parse("http://h:1/a/b?c").resolve(location)).hasToString(expected);
    }

    @Test
    void resolve_anotherServer_getsNoPassword() {
        Address address = Address.parse("https+insecure://user:secret@my_host:1/a");
        assertThat(address.resolve("/b").credentials()).isPresent();
        assertThat(address.resolve("https+insecure://my_host:1/b").credentials())
                .isPresent();
        assertThat(address.resolve("https://my_host/b").credentials()).isEmpty();
        assertThat(address.resolve("http://my_host:1/b").credentials()).isEmpty();
        assertThat(address.resolve("//other:1/b").credentials()).isEmpty();
    }
}
