package io.tidemark.collect.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {
    private static Proxy proxy(Map<String, String> environment, String url) throws IOException {
        return new Proxies(environment).route(Address.parse(url)).proxy();
    }

    @Test
    void route_scheme_choosesTheVariable() throws IOException {
        Map<String, String> environment = Map.of("http_proxy", "plain:3128", "HTTPS_PROXY", "http://secure:3129/");
        assertThat(proxy(environment, "http://host/").address())
                .isEqualTo(InetSocketAddress.createUnresolved("plain", 3128));
        assertThat(proxy(environment, "https://host/").address())
                .isEqualTo(InetSocketAddress.createUnresolved("secure", 3129));
        assertThat(proxy(environment, "https+insecure://host/").address())
                .isEqualTo(InetSocketAddress.createUnresolved("secure", 3129));
        assertThat(proxy(Map.of(), "http://host/")).isEqualTo(Proxy.NO_PROXY);
    }

    @Test
    void route_socks_isKnown() throws IOException {
        Proxy proxy = proxy(Map.of("HTTP_PROXY", "socks5://127.0.0.1"), "http://host/");
        assertThat(proxy).isEqualTo(new Proxy(Proxy.Type.SOCKS, InetSocketAddress.createUnresolved("127.0.0.1", 1080)));
    }

    @Test
    void route_userOfTheProxy_isKept() throws IOException {
        Proxies proxies = new Proxies(Map.of("HTTP_PROXY", "http://user:pass@proxy:1"));
        assertThat(proxies.route(Address.parse("http://host/")).credentials().map(Credentials::basic))
                .contains("Basic dXNlcjpwYXNz");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:1/, ''",
        "http://127.0.0.9/, ''",
        "http://[::1]:80/, ''",
        "http://host/, *",
        "http://host/, 'other, HOST'",
        "http://a.example.org/, example.org",
        "http://example.org/, example.org",
        "http://a.example.org/, .example.org",
        "http://a.example.org/, *.example.org",
        "http://example.org:8080/, example.org:8080",
        "http://10.1.2.3/, 10.0.0.0/8",
        "http://10.1.2.3/, 10.1.2.3",
        "http://10.1.2.3:90/, 10.1.2.3:90",
        "http://[fd00::1]/, fd00::/16",
    })
    void route_noProxy_isDirect(String url, String noProxy) throws IOException {
        assertThat(proxy(Map.of("HTTP_PROXY", "proxy:1", "NO_PROXY", noProxy), url))
                .isEqualTo(Proxy.NO_PROXY);
    }

    @ParameterizedTest
    @CsvSource({
        "http://host/, ''",
        "http://example.org/, .example.org",
        "http://badexample.org/, example.org",
        "http://example.org/, example.org:8080",
        "http://11.1.2.3/, 10.0.0.0/8",
        "http://10.1.2.3/, 10.0.0.0/99",
        "http://10.1.2.3/, 10.1.2.4",
        "http://[fd00::1]/, 10.0.0.0/8",
        "http://host/, 'a:b:c,//,/8'",
    })
    void route_otherHosts_areNot(String url, String noProxy) throws IOException {
        assertThat(proxy(Map.of("HTTP_PROXY", "proxy:1", "NO_PROXY", noProxy), url)
                        .type())
                .isEqualTo(Proxy.Type.HTTP);
    }

    @ParameterizedTest
    @CsvSource({
        "https://proxy:1, HTTP_PROXY: a proxy with scheme https (expected http or socks5)",
        "socks5://u:secret@proxy:1, HTTP_PROXY: a SOCKS proxy with a password (expected one without)",
        "http://u:secret@proxy:x, HTTP_PROXY: http://proxy:x (expected http://HOST:PORT)",
    })
    void route_proxyThatCannotBe_isASentence(String proxy, String message) {
        assertThatThrownBy(() -> proxy(Map.of("HTTP_PROXY", proxy), "http://host/"))
                .isInstanceOf(IOException.class)
                .hasMessage(message);
    }
}
