package io.tidemark.collect.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.fetch.Source.LocalFile;
import io.tidemark.collect.fetch.Source.Unusable;
import io.tidemark.collect.fetch.Source.Url;
import io.tidemark.collect.http.TlsFiles;
import io.tidemark.model.legacy.LegacyFormat.Comments;
import io.tidemark.model.profile.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {
    private static FetchOptions options(int seconds, int timeout) {
        return new FetchOptions(
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(timeout),
                TlsFiles.NONE,
                Limits.DEFAULT,
                Comments.SKIP,
                Map.of());
    }

    private static Source source(String argument) {
        return Source.of(argument, options(0, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "http://host/p, http://host/p",
        "HTTP://host/p, http://host/p",
        "https+insecure://host:1/p, https+insecure://host:1/p",
        "localhost:6060/debug/pprof/heap, http://localhost:6060/debug/pprof/heap",
        "localhost:6060, http://localhost:6060",
        "127.0.0.1:6060/p, http://127.0.0.1:6060/p",
        "[::1]:6060/p, http://[::1]:6060/p",
        "my_host:6060?seconds=3, http://my_host:6060/?seconds=3",
        "user:secret@host:80/p, http://host:80/p",
    })
    void of_whatHasAHost_isAUrl(String argument, String address) {
        assertThat(source(argument)).isInstanceOfSatisfying(Url.class, url -> assertThat(url.address())
                .hasToString(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"host", "host/path", "/no/such/file", "./a:b", "file:///etc/x", "file:x", ":80", "a\0b", ""})
    void of_whatHasNone_isNoSource(String argument) {
        assertThat(source(argument))
                .isEqualTo(new Unusable(argument, "no such file, and not a URL such as http://HOST:PORT/PATH"));
    }

    @Test
    void of_urlThatCannotBe_saysWhy() {
        assertThat(source("ftp://user:secret@host/x"))
                .isEqualTo(new Unusable("ftp://host/x", "scheme ftp (expected http, https or https+insecure)"));
    }

    @Test
    void of_existingFile_isAFileEvenIfItLooksLikeAUrl(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("host:6060"));
        assertThat(source(file.toString())).isEqualTo(new LocalFile(file));
    }

    @ParameterizedTest
    @CsvSource({
        // -seconds, -timeout, query, then seconds in the address, duration, timeout
        "0, 0, '', '', 0, 60",
        "30, 0, '', 30, 30, 45",
        "30, 0, seconds=5, 30, 30, 45",
        "0, 0, seconds=5, 5, 5, 7.5",
        "0, 10, seconds=5, 5, 5, 10",
        "30, 10, '', 30, 30, 10",
    })
    void of_durations_comeFromTheOptionsOrTheQuery(
            int seconds, int timeout, String query, String asked, double duration, double patience) {
        String argument = "http://host/p" + (query.isEmpty() ? "" : "?" + query);
        Url url = (Url) Source.of(argument, options(seconds, timeout));
        assertThat(url.address()).hasToString("http://host/p" + (asked.isEmpty() ? "" : "?seconds=" + asked));
        assertThat(url.duration().toMillis()).isEqualTo((long) (duration * 1000));
        assertThat(url.timeout().toMillis()).isEqualTo((long) (patience * 1000));
    }

    @Test
    void name_url_hasNoPassword() {
        assertThat(source("user:secret@host:80/p").name()).isEqualTo("host:80/p");
        assertThat(source("http://user:secret@host/p")).asString().doesNotContain("secret");
    }

    @Test
    void fetchOptions_negativeDuration_isRefused() {
        assertThatThrownBy(() -> options(-1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
