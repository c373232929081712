package io.tidemark.collect.bundle;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;

class BundleFuzzTest {
    private static final BundleLimits LIMITS = new BundleLimits(1000, 1 << 20, 1 << 22);

    @FuzzTest(maxDuration = "2m")
    void read_anything_givesObservationsOrRefuses(byte[] input) throws IOException {
        try {
            Bundle.read(new ByteArrayInputStream(input), LIMITS);
        } catch (MalformedBundleException expected) {
            // refused
        }
    }
}
