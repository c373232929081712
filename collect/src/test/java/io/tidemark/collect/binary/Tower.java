package io.tidemark.collect.binary;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tidemark.collect.tool.Tools;
import io.tidemark.model.profile.Mapping;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The test's binary, with debug information; {@code tower.cc} beside it says how it was built. */
public final class Tower {
    public static final String BUILD_ID = "44fdedd1a54ccb77cec312c43ab7fadb77baf426";

    /** Where the test's process has it. */
    public static final long START = 0x555555554000L;

    /** In {@code mix}, inlined twice into {@code twice}, inlined into {@code climb}. */
    public static final long MIX = START + 0x28f;

    /** The call of {@code fold}. */
    public static final long CALL = START + 0x2b7;

    private Tower() {}

    public static byte[] bytes() {
        try (InputStream in = Objects.requireNonNull(Tower.class.getResourceAsStream("tower"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The binary as a file. */
    public static Path in(Path directory) throws IOException {
        return Files.write(directory.resolve("tower"), bytes());
    }

    /** Its mapping, with no symbols yet. */
    public static Mapping mapping(String file) {
        return new Mapping(1, START, START + 0x1000, 0, file, "", Mapping.Symbols.NONE);
    }

    /** The tools that are installed, without some of them. */
    public static Tools tools(String configuration) {
        return new Tools(configuration, Map.of("PATH", configuration.isEmpty() ? path() : ""), Duration.ofSeconds(60));
    }

    /** Skips the test where a tool is missing. */
    public static String require(Optional<String> tool, String name) {
        assumeTrue(tool.isPresent(), name + " is not installed");
        return tool.orElseThrow();
    }

    private static String path() {
        return System.getenv().getOrDefault("PATH", "");
    }
}
