package io.tidemark.model.cgroup;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.tidemark.model.Decoding;
import io.tidemark.model.profile.Utf8;
import io.tidemark.model.text.MalformedTextException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An input is the files of a control group one after the other, each after a line with {@code ==} and its name. */
class CgroupFuzzTest {
    @FuzzTest(maxDuration = "2m")
    void parse_anything_decodesOrRefuses(byte[] input) {
        check(input);
    }

    @Test
    void parse_truncated_decodesOrRefuses() throws IOException {
        for (Path file : Decoding.files(CgroupFuzzTest.class, "CgroupFuzzTestInputs/parse_anything_decodesOrRefuses")) {
            byte[] input = Files.readAllBytes(file);
            for (int length = 0; length <= input.length; length++) {
                check(Arrays.copyOf(input, length));
            }
        }
    }

    private static void check(byte[] input) {
        try {
            CgroupMemory memory = CgroupMemory.parse(files(Utf8.decode(input)));
            assertThat(memory.workingSet().orElse(0)).isNotNegative();
            assertThat(memory.kernel().rest()).isNotNegative();
        } catch (MalformedTextException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    static Map<String, String> files(String text) {
        Map<String, String> files = new HashMap<>();
        for (String part : text.split("== ", -1)) {
            int end = part.indexOf('\n');
            if (end > 0) {
                files.put(part.substring(0, end), part.substring(end + 1));
            }
        }
        return files;
    }
}
