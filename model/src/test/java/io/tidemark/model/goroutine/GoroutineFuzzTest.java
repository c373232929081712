package io.tidemark.model.goroutine;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.tidemark.model.Decoding;
import java.io.IOException;

class GoroutineFuzzTest {
    @FuzzTest(maxDuration = "2m")
    void read_anything_decodesOrRefuses(byte[] input) throws IOException {
        Decoding.check(GoroutineReader::read, input);
    }
}
