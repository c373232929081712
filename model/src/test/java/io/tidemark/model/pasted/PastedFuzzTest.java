package io.tidemark.model.pasted;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.tidemark.model.Decoding;
import java.io.IOException;
import java.util.Optional;

class PastedFuzzTest {
    @FuzzTest(maxDuration = "2m")
    void read_anything_decodesOrRefuses(byte[] input) throws IOException {
        Optional<PastedReport> report = PastedReport.of(input);
        if (report.isPresent()) {
            Decoding.check(report.get()::read, input);
        }
    }
}
