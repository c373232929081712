package io.tidemark.cli.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tidemark.cli.console.FakeConsole;
import io.tidemark.cli.flag.UsageException;
import io.tidemark.cli.observation.ByteSize;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryCommandTest {
    private final FakeConsole console = new FakeConsole("");

    @Test
    void memory_ofThisProcess_closesWithin80Columns() {
        assumeThat(Path.of("/proc/self/status")).exists();
        assertThat(run("--pid", Long.toString(ProcessHandle.current().pid()))).isZero();
        assertThat(console.out()).contains("\nMemory").contains("unexplained (").contains("VmRSS");
        assertThat(console.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(console.err()).isEmpty();
    }

    @Test
    void memory_asJson_isADocument() {
        assumeThat(Path.of("/proc/self/status")).exists();
        String pid = Long.toString(ProcessHandle.current().pid());
        assertThat(run("--pid", pid, "--format", "json", "--monitor", "1TiB")).isZero();
        assertThat(console.out())
                .startsWith("{\n  \"schema\": \"tidemark.memory/1\"")
                .contains("\"fits\": false", "\"accounting\": [", "\"formula\": \"VmRSS\"")
                .endsWith("}\n");
    }

    @Test
    void memory_badCommandLine_isBadUsage() {
        assertThat(run()).isEqualTo(2);
        assertThat(console.err()).contains("no target");
        assertThat(run("--pid", "1", "--format", "yaml")).isEqualTo(2);
        assertThat(run("--pid", "1", "--monitor", "much")).isEqualTo(2);
        assertThat(run(":1", ":2")).isEqualTo(2);
        assertThat(console.out()).isEmpty();
    }

    @Test
    void memory_ofAFile_saysWhatReadsFiles() {
        assertThat(run("pom.xml")).isEqualTo(2);
        assertThat(console.err())
                .isEqualTo("tidemark: pom.xml: a file (expected a running program; tidemark diagnose reads files)\n");
    }

    @Test
    void memory_thatCannotBeRead_saysWhy() {
        assertThat(run("--pid", "999999999")).isEqualTo(3);
        assertThat(console.err()).startsWith("tidemark: process 999999999: ");
        assertThat(console.out()).isEmpty();
    }

    @Test
    void sizes_areReadAsPeopleWriteThem() throws UsageException {
        assertThat(size("2512MiB")).isEqualTo(2512.0 * (1 << 20));
        assertThat(size("2.5 GiB")).isEqualTo(2.5 * (1 << 30));
        assertThat(size("2.5Gi")).isEqualTo(2.5 * (1 << 30));
        assertThat(size("2.6GB")).isEqualTo(2.6e9);
        assertThat(size("512m")).isEqualTo(512e6);
        assertThat(size("2634022912")).isEqualTo(2634022912.0);
        for (String text : List.of("", "MiB", "1.2.3M", "-5M", "5 apples")) {
            assertThatThrownBy(() -> size(text))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("--monitor");
        }
    }

    private static double size(String text) throws UsageException {
        return ByteSize.parse("--monitor", text);
    }

    private int run(String... arguments) {
        return new MemoryCommand(console.console()).run(List.of(arguments));
    }
}
