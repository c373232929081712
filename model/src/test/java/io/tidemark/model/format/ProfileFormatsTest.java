package io.tidemark.model.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.model.Decoding;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileFormatsTest {
    private static final String INPUTS = "ProfileFormatsFuzzTestInputs/read_anything_decodesOrRefuses/";

    @ParameterizedTest
    @CsvSource({
        "proto, inuse_space/bytes",
        "go-mutex, delay/nanoseconds",
        "cpu-32, cpu/nanoseconds",
        "java-heap, inuse_space/bytes",
        "goroutines, goroutine/count",
        "collapsed, samples/count",
        "top, flat/bytes",
        "traces, inuse_space/bytes"
    })
    void read_anyFormat_isTold(String name, String lastType) throws IOException {
        byte[] input = Files.readAllBytes(Decoding.path(ProfileFormatsTest.class, INPUTS + name));
        Profile profile = Decoding.decode(ProfileFormats::read, input);
        assertThat(profile.sampleTypes().get(profile.sampleTypes().size() - 1)).hasToString(lastType);
        Decoding.checkTruncated(ProfileFormats::read, input);
    }

    @Test
    void read_textAfterNewline_isNoProto() throws IOException {
        Profile profile = Decoding.decode(ProfileFormats::read, "\ngoroutine 1 [running]:\nmain.main()\n\t/m.go:1\n");
        assertThat(profile.samples().size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|empty input",
                "'  \\n'|blank input",
                "FLR\\0\\0\\2|the input is a JFR recording",
                "\\037\u008b\\b\\0|the input is still compressed with gzip: was it compressed twice?",
                "(\u00b5/\u00fd\\0|the input is still compressed with zstd",
                "PK\\003\\004|the input is a zip archive",
                "JAVA PROFILE 1.0.2\\0|the input is a heap dump of a JVM",
                "go 1.22 trace\\0\\0\\0|the input is an execution trace of Go",
                "\\177ELF\\2\\1|the input is an executable",
                "\\1\\2\\3|unknown binary format",
                "<!DOCTYPE html><html>|the input is an HTML page, as servers answer to a wrong address",
                "' <html>'|the input is an HTML page",
                "<html><head><title>/debug/pprof/</title>|the input is the list of profiles of a Go program",
                "{\"error\":\"no\"}|the input is JSON: \"{\"error\":\"no\"}\"",
                "# HELP go_goroutines|the input is a page of metrics",
                "404 page not found|unknown text: \"404 page not found\"",
                "Unknown profile|unknown text: \"Unknown profile\"",
            })
    void read_noProfile_saysWhatItLooksLike(String escaped, String message) {
        byte[] input = escaped.translateEscapes().getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Decoding.decode(ProfileFormats::read, input))
                .isInstanceOf(MalformedProfileException.class)
                .hasMessageStartingWith(message);
    }
}
