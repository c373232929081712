package io.tidemark.model.collapsed;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.tidemark.model.Decoding;
import java.io.IOException;

class CollapsedFuzzTest {
    @FuzzTest(maxDuration = "2m")
    void read_anything_decodesOrRefuses(byte[] input) throws IOException {
        Decoding.check(CollapsedReader::read, input);
    }
}
