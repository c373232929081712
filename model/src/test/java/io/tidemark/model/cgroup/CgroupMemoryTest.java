package io.tidemark.model.cgroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.model.Decoding;
import io.tidemark.model.text.MalformedTextException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CgroupMemoryTest {
    /** Counts that the processors have not handed in yet. */
    private static final double FUZZ = 0.02;

    @Test
    void version2_addsUp() throws IOException {
        CgroupMemory memory = recorded("v2");
        assertThat(memory.version()).isEqualTo(2);
        long sum = value(
                        memory.pages().anon().getAsLong(), memory.pages().file().getAsLong())
                + value(memory.kernel().total().getAsLong(), memory.sock().getAsLong());
        assertThat((double) sum)
                .isBetween(
                        memory.usage().getAsLong() * (1 - FUZZ), memory.usage().getAsLong() * (1 + FUZZ));
        assertThat(memory.workingSet()).hasValue(2634022912L - 100663296L);
        assertThat(memory.bounds().limit()).hasValue(3221225472L);
        assertThat(memory.bounds().limitHits()).hasValue(17);
        assertThat(memory.bounds().oomKills()).hasValue(1);
        assertThat(memory.bounds().pressure()).hasValue(0.12);
        assertThat(memory.bounds().refaults()).hasValue(1234);
        assertThat(memory.kernel().rest())
                .isEqualTo(33554432L - 7340032 - 5242880 - 131072 - 65536 - 10485760 - 9437184);
    }

    @Test
    void version2_rootOfAnOldKernel_hasTheSumOfTheParts() throws IOException {
        CgroupMemory memory = recorded("v2-old-root");
        assertThat(memory.usage()).isEmpty();
        assertThat(memory.workingSet()).isEmpty();
        assertThat(memory.kernel().total()).hasValue(7340032L + 5242880 + 131072 + 10485760 + 9437184);
        assertThat(memory.kernel().rest()).isZero();
        assertThat(memory.bounds().refaults()).hasValue(99);
    }

    @Test
    void version1_kernelIsCharged() throws IOException {
        CgroupMemory memory = recorded("v1");
        assertThat(memory.version()).isEqualTo(1);
        assertThat(memory.isKernelCharged()).isTrue();
        assertThat(memory.bounds().limit()).isEmpty();
        double sum =
                value(memory.pages().anon().getAsLong(), memory.pages().file().getAsLong())
                        + memory.kernel().total().getAsLong();
        assertThat(sum)
                .isBetween(
                        memory.usage().getAsLong() * (1 - FUZZ), memory.usage().getAsLong() * (1 + FUZZ));
    }

    @Test
    void version1_rootDoesNotChargeTheKernel() throws IOException {
        CgroupMemory memory = recorded("v1-root");
        assertThat(memory.kernel().total()).isPresent();
        assertThat(memory.isKernelCharged()).isFalse();
    }

    @Test
    void parse_logWriterOfSeedOne_isTheDifference() throws MalformedTextException {
        CgroupMemory memory = CgroupMemory.parse(Map.of(
                "memory.usage_in_bytes", "17179373568\n",
                "memory.stat", "cache 16395632640\nrss 39321600\ntotal_cache 16395632640\ntotal_rss 39321600\n",
                "memory.limit_in_bytes", "17179869184\n"));
        assertThat(memory.usageWithoutCache()).hasValue(783740928);
        assertThat(memory.bounds().limit().getAsLong() - memory.usage().getAsLong())
                .isEqualTo(495616);
    }

    @Test
    void parse_badNumber_isNamed() {
        assertThatThrownBy(() -> CgroupMemory.parse(Map.of("memory.current", "lots\n")))
                .isInstanceOf(MalformedTextException.class)
                .hasMessage("cgroup/memory.current, line 1: \"lots\" (expected a number or max)");
        assertThatThrownBy(() -> CgroupMemory.parse(Map.of("memory.stat", "anon 12\nfile -3\n")))
                .isInstanceOf(MalformedTextException.class)
                .hasMessageContaining("line 2");
    }

    private static long value(long a, long b) {
        return a + b;
    }

    private static CgroupMemory recorded(String name) throws IOException {
        String directory = "CgroupFuzzTestInputs/parse_anything_decodesOrRefuses/";
        return CgroupMemory.parse(
                CgroupFuzzTest.files(Files.readString(Decoding.path(CgroupMemoryTest.class, directory + name))));
    }
}
