package io.tidemark.model.proto;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.tidemark.model.Decoding;
import java.io.IOException;

class ProfileProtoFuzzTest {
    @FuzzTest(maxDuration = "2m")
    void read_anything_decodesOrRefuses(byte[] input) throws IOException {
        Decoding.check(ProfileProtoReader::read, input);
    }
}
