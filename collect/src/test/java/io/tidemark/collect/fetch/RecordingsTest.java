package io.tidemark.collect.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.http.TestServer;
import io.tidemark.collect.jfr.JfrReader;
import io.tidemark.model.profile.ValueType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Recordings, for which a file is needed: compressed or not, from a disk or a server. */
@Timeout(60)
class RecordingsTest {
    @TempDir
    Path directory;

    private Fetched fetch(Map<String, String> environment, String source) throws IOException {
        return new Fetcher(FetchOptions.of(environment), UnaryOperator.identity(), FetchListener.SILENT)
                .fetch(List.of(source), List.of());
    }

    private static byte[] compressedJfr() throws IOException {
        try (InputStream in = JfrReader.class.getResourceAsStream("async-profiler.jfr.gz")) {
            return in.readAllBytes();
        }
    }

    private static void assertIsTheRecording(Fetched fetched) {
        assertThat(fetched.profile().sampleTypes()).contains(new ValueType("wall", "nanoseconds"));
        assertThat(fetched.profile().sums()[0]).isEqualTo(7);
    }

    @Test
    void fetch_jfr_isRead() throws IOException {
        byte[] compressed = compressedJfr();
        Path file = directory.resolve("x.jfr");
        Files.write(file, compressed);
        assertIsTheRecording(fetch(Map.of(), file.toString()));
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            Files.write(directory.resolve("plain.jfr"), in.readAllBytes());
        }
        assertIsTheRecording(fetch(Map.of(), directory.resolve("plain.jfr").toString()));
        assertThat(fetch(Map.of(), directory.toString()).profile().sums()[0]).isEqualTo(14);
        try (TestServer server = TestServer.http().on("/jfr", compressed)) {
            assertIsTheRecording(fetch(Map.of(), server.url("/jfr")));
        }
    }

    @Test
    void fetch_perfDataWithoutTheTool_saysWhatToInstall() throws IOException {
        Path file = Files.writeString(directory.resolve("perf.data"), "PERFILE2 and more");
        assertThatThrownBy(() -> fetch(Map.of("PATH", directory.toString()), file.toString()))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        file + ": a recording of Linux perf, which takes perf_to_profile to read; put it on the PATH"
                                + " (https://github.com/google/perf_data_converter)");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void fetch_perfData_isConverted() throws IOException {
        Path profile = Files.write(directory.resolve("result"), TestProfiles.gzip(TestProfiles.of("f", 7)));
        tool("""
                #!/bin/sh
                [ "$1 $3 $5" = "-i -o -f" ] && grep -q PERFILE2 "$2" && cat '%s' >"$4"
                """.formatted(profile));
        Path file = Files.writeString(directory.resolve("perf.data"), "PERFILE2 and more");
        Map<String, String> path = Map.of("PATH", "/no/such:" + directory);
        assertThat(TestProfiles.samples(fetch(path, file.toString()).profile())).containsExactly("f=7");
        try (TestServer server = TestServer.http().on("/perf", "PERFILE2".getBytes(UTF_8))) {
            assertThat(TestProfiles.samples(fetch(path, server.url("/perf")).profile()))
                    .containsExactly("f=7");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void fetch_perfDataThatTheToolRefuses_saysItsLastLine() throws IOException {
        tool("""
                #!/bin/sh
                echo some talk >&2
                echo 'no such luck'
                exit 3
                """);
        Path file = Files.writeString(directory.resolve("perf.data"), "PERFILE2 and more");
        assertThatThrownBy(() -> fetch(Map.of("PATH", directory.toString()), file.toString()))
                .hasMessage(file + ": perf_to_profile failed with status 3: no such luck");
    }

    private void tool(String script) throws IOException {
        Path tool = Files.writeString(directory.resolve("perf_to_profile"), script);
        assertThat(tool.toFile().setExecutable(true)).isTrue();
    }
}
