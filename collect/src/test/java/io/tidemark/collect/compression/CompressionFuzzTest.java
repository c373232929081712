package io.tidemark.collect.compression;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.MalformedProfileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

class CompressionFuzzTest {
    private static final Limits LIMITS = Limits.DEFAULT.withMaxBytes(1 << 20);

    @FuzzTest(maxDuration = "2m")
    void unwrap_anything_givesBytesOrRefuses(byte[] input) throws IOException {
        try (InputStream in = Compression.unwrap(new ByteArrayInputStream(input), LIMITS)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (MalformedProfileException expected) {
            // refused
        }
    }
}
