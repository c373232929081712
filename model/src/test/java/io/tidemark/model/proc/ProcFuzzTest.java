package io.tidemark.model.proc;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.tidemark.model.Decoding;
import io.tidemark.model.profile.Utf8;
import io.tidemark.model.text.MalformedTextException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcFuzzTest {
    private interface Parser {
        Object parse(String text) throws MalformedTextException;
    }

    private static final List<Parser> PARSERS = List.of(
            ProcessStatus::parse,
            ProcessStat::parse,
            SmapsRollup::parse,
            Descriptor::parse,
            TcpSocket::parse,
            OtherProcess::parse);

    @FuzzTest(maxDuration = "2m")
    void parse_anything_decodesOrRefuses(byte[] input) {
        check(input);
    }

    @Test
    void parse_truncated_decodesOrRefuses() throws IOException {
        for (Path file : Decoding.files(ProcFuzzTest.class, "ProcFuzzTestInputs/parse_anything_decodesOrRefuses")) {
            byte[] input = Files.readAllBytes(file);
            for (int length = 0; length <= input.length; length++) {
                check(Arrays.copyOf(input, length));
            }
        }
    }

    private static void check(byte[] input) {
        String text = Utf8.decode(input);
        for (Parser parser : PARSERS) {
            try {
                assertThat(parser.parse(text)).isNotNull();
            } catch (MalformedTextException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }
}
