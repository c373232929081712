package io.tidemark.collect.fetch;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.tidemark.collect.http.TlsFiles;
import io.tidemark.model.legacy.LegacyFormat.Comments;
import io.tidemark.model.profile.IncompatibleProfilesException;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.MalformedProfileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The whole way from bytes to a profile: compression, recordings, formats. */
class FormatsFuzzTest {
    private static final FetchOptions OPTIONS = new FetchOptions(
            Duration.ZERO, Duration.ZERO, TlsFiles.NONE, Limits.DEFAULT.withMaxBytes(1 << 20), Comments.READ, Map.of());

    @FuzzTest(maxDuration = "5m")
    void read_anything_decodesOrRefuses(byte[] input) throws IOException {
        try {
            new Formats(OPTIONS, false).read(new ByteArrayInputStream(input), Optional.empty());
        } catch (MalformedProfileException | IncompatibleProfilesException expected) {
            // refused
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).startsWith("a recording of Linux perf")) {
                throw e;
            }
        }
    }
}
