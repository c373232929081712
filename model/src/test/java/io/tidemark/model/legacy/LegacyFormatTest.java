package io.tidemark.model.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.model.Decoding;
import io.tidemark.model.RawText;
import io.tidemark.model.legacy.LegacyFormat.Comments;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LegacyFormatTest {
    private static final String INPUTS = "LegacyFuzzTestInputs/read_anything_decodesOrRefuses";

    static List<Path> inputs() {
        return Decoding.files(LegacyFormatTest.class, INPUTS);
    }

    static List<Path> goldens() {
        return Decoding.files(LegacyFormatTest.class, "golden");
    }

    private static byte[] input(String name) throws IOException {
        return Files.readAllBytes(Decoding.path(LegacyFormatTest.class, INPUTS + "/" + name));
    }

    private static Profile read(byte[] input, Comments comments) throws IOException {
        LegacyFormat format = LegacyFormat.of(input).orElseThrow();
        return format.read(new ByteArrayInputStream(input), Limits.DEFAULT, comments);
    }

    private static Profile read(String input) throws IOException {
        return read(input.getBytes(StandardCharsets.UTF_8), Comments.SKIP);
    }

    /** What pprof prints of the same inputs; of go-threadcreate, which it refuses, what it should. */
    @ParameterizedTest
    @MethodSource("goldens")
    void read_sample_isWhatPprofReads(Path golden) throws IOException {
        Path name = golden.getFileName();
        byte[] input = input(name.toString().replace(".raw", ""));
        assertThat(RawText.of(read(input, Comments.SKIP))).as(name.toString()).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @CsvSource({
        "go-heap, HEAP",
        "go-goroutine, COUNT",
        "go-threadcreate, COUNT",
        "go-mutex, CONTENTION",
        "go-block, CONTENTION",
        "cpp-heap, HEAP",
        "cpp-heapprofile, HEAP",
        "cpp-growth, HEAP",
        "cpp-fragmentation, HEAP",
        "cpp-contention, CONTENTION",
        "cpp-thread, THREAD",
        "java-heap, JAVA",
        "java-contention, JAVA",
        "cpu-32, CPU",
        "cpu-32-big, CPU",
        "cpu-64, CPU",
        "cpu-64-big-java, CPU"
    })
    void of_sample_isItsFormat(String name, LegacyFormat format) throws IOException {
        assertThat(LegacyFormat.of(input(name))).contains(format);
    }

    @Test
    void of_somethingElse_isEmpty() {
        for (String text : List.of("", "\n", "#\n", "heap profile: 1: 2", "goroutine 1 [running]:", "0 3 0", "a;b 3")) {
            assertThat(LegacyFormat.of(text.getBytes(StandardCharsets.UTF_8)))
                    .as(text)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void read_truncatedAnywhere_decodesOrRefuses(Path path) throws IOException {
        byte[] input = Files.readAllBytes(path);
        LegacyFormat format = LegacyFormat.of(input).orElseThrow();
        Decoding.checkTruncated(format::read, input);
        Decoding.checkTruncated((in, limits) -> format.read(in, limits, Comments.READ), input);
    }

    @Test
    void read_cpuCutWithinSample_isRefused() throws IOException {
        byte[] input = input("cpu-32");
        byte[] cut = Arrays.copyOf(input, input.length - 4);
        assertThatThrownBy(() -> read(cut, Comments.SKIP))
                .isInstanceOf(MalformedProfileException.class)
                .hasMessage("CPU profile: ends within a sample at byte 60");
    }

    @Test
    void read_commentsOfGoroutines_giveNamesAndLabels() throws IOException {
        String raw = RawText.of(read(input("go-goroutine"), Comments.READ));

        assertThat(raw)
                .contains("        200: 1 2 3 4 5 \n                endpoint:[/orders \"x\" é] tenant:[7]\n")
                .contains("     1: 0x43b2f5 M=1 runtime.[hidden] :0:0 s=0\n")
                .contains("     4: 0x68f68a M=1 main.leakGoroutine.func1 ./main.go:85:0 s=0\n")
                .contains("     5: 0x4690c0 M=1 runtime.goexit :0:0 s=0\n")
                .contains("runtime.main runtime/proc.go:250:0 s=0\n")
                .contains("[FN][FL][LN][IN]\n");
    }

    @Test
    void read_commentsOfHeap_keepAddressesAndSizes() throws IOException {
        String raw = RawText.of(read(input("go-heap"), Comments.READ));

        assertThat(raw)
                .contains("0x68ef38 M=1 main.remember ./main.go:57:0 s=0\n")
                .contains("net/http.(*Transport).dialConn net/http/transport.go:1748:0 s=0\n")
                .contains("bytes:[368640]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "goroutine profile: total 1\\n1 @ 0x1 x|count profile, line 2: no stack of addresses: \"1 @ 0x1 x\"",
                "goroutine profile: total 1\\n1 @ 0x11112222333344445|"
                        + "count profile, line 2: address of more than 64 bits: \"1 @ 0x11112222333344445\"",
                "goroutine profile: total 1\\n9223372036854775808 @|"
                        + "count profile, line 2: no sample of a count profile: \"9223372036854775808 @\"",
                "heap profile: 1: 1 [1: 1] @ heap/2\\n0: 7 [0: 0] @|"
                        + "heap profile, line 2: 0 objects of 7 bytes: \"0: 7 [0: 0] @\"",
                "heap profile: 1: 1 [1: 1] @ heap/2\\n9223372036854775808: 7 [0: 0] @|"
                        + "heap profile, line 2: number of more than 64 bits: \"9223372036854775808: 7 [0: 0] @\"",
                "--- mutex:\\ncycles/second=x|contention profile, line 2: no number: \"cycles/second=x\"",
                "--- heapz 1 ---\\nformat = java\\nresolution = bytes\\n 1 0 @ 0x3\\n|"
                        + "Java profile, line 4: 0 objects: \" 1 0 @ 0x3\"",
                "--- heapz 1 ---\\nformat = go\\n|"
                        + "Java profile, line 2: unknown format (expected java): \"format = go\"",
                "--- threadz 1 ---\\n\\n--- Thread 1 (name: a/1) stack: ---\\n 0x1\\n|"
                        + "thread profile, line 4: neither a thread nor the memory map",
            })
    void read_malformed_saysWhatAndWhere(String input, String message) {
        assertThatThrownBy(() -> read(input.replace("\\n", "\n")))
                .isInstanceOf(MalformedProfileException.class)
                .hasMessage(message);
    }

    @Test
    void read_deepStack_isRefused() {
        String input = "goroutine profile: total 1\n1 @" + " 0x1".repeat(100_000) + "\n";
        assertThatThrownBy(() -> read(input))
                .isInstanceOf(MalformedProfileException.class)
                .hasMessage("stack of more than 65536 frames (the limit; raise it with -max_frames)");
    }

    @Test
    void read_moreThanTheLimit_isRefused() {
        byte[] input = ("goroutine profile: total 1\n" + "1 @ 0x1\n".repeat(100)).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() ->
                        LegacyFormat.COUNT.read(new ByteArrayInputStream(input), Limits.DEFAULT.withMaxBytes(100)))
                .hasMessage("count profile of more than 100 bytes (the limit; raise it with -max_bytes)");
    }

    @Test
    void read_variablesThatDouble_areRefusedQuickly() {
        StringBuilder input =
                new StringBuilder("goroutine profile: total 1\n1 @ 0x1\n--- Memory map: ---\na=xxxxxxxx\n");
        for (char c = 'a'; c < 'z'; c++) {
            input.append((char) (c + 1))
                    .append(("=$" + c).charAt(0))
                    .append(("$" + c).repeat(2))
                    .append('\n');
        }
        assertThatThrownBy(() -> read(input.toString())).hasMessageContaining("variables whose values have more than");
    }

    @Test
    void read_manyMappings_findsEachAddressQuickly() throws IOException {
        StringBuilder input = new StringBuilder("goroutine profile: total 1\n");
        for (int i = 0; i < 50_000; i++) {
            input.append("1 @ 0x")
                    .append(Integer.toHexString(0x1000_0001 + i * 0x10))
                    .append('\n');
        }
        input.append("--- Memory map: ---\n");
        for (int i = 0; i < 5_000; i++) {
            int start = 0x1000_0000 + i * 0xA0;
            input.append(String.format("%x-%x r-xp 00000000 00:00 0 /lib/%d.so%n", start, start + 0xA0, i));
        }
        Profile profile = read(input.toString());
        assertThat(profile.mappings()).hasSize(5_000);
        assertThat(profile.locations().mapping(49_999)).isEqualTo(4_999);
    }

    @Test
    void read_hostileLines_takeLinearTime() throws IOException {
        String digits = "1".repeat(1 << 20);
        for (String line : List.of(digits, "1:".repeat(1 << 19), digits + ":", "1 @".repeat(1 << 19))) {
            assertThatThrownBy(() -> read("heap profile: 1: 1 [1: 1] @ heap/2\n" + line + "\n"))
                    .isInstanceOf(MalformedProfileException.class);
        }
        read("goroutine profile: total 1\n--- Memory map: ---\n" + "a".repeat(1 << 20) + "\n" + "$".repeat(1 << 20));
        read("goroutine profile: total 1\n--- Memory map: ---\nx=1\n" + "$".repeat(1 << 20));
    }
}
