package io.tidemark.model.legacy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.tidemark.model.Decoding;
import java.io.IOException;
import java.util.Optional;

class LegacyFuzzTest {
    @FuzzTest(maxDuration = "2m")
    void read_anything_decodesOrRefuses(byte[] input) throws IOException {
        Optional<LegacyFormat> format = LegacyFormat.of(input);
        if (format.isPresent()) {
            Decoding.check(format.get()::read, input);
            Decoding.check((in, limits) -> format.get().read(in, limits, LegacyFormat.Comments.READ), input);
        }
    }
}
