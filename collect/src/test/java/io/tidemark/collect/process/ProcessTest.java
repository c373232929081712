package io.tidemark.collect.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looks at the process that runs the test. */
class ProcessTest {
    private final long pid = ProcessHandle.current().pid();
    private final ProcessFiles files = new ProcessFiles(SystemFiles.LIVE, pid);

    @BeforeEach
    void requireLinux() {
        assumeTrue(Files.exists(Path.of("/proc/self/status")), "no /proc on this machine");
    }

    @Test
    void processOn_aPortOfThisProcess_findsIt() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Sockets sockets = new Sockets(SystemFiles.LIVE);
            assertThat(sockets.processOn(socket.getLocalPort())).hasValue(pid);
            assertThat(sockets.of(pid)).contains(new Sockets.Listener("127.0.0.1", socket.getLocalPort()));
            assertThat(sockets.isReachable(pid)).isTrue();
            String listing = new String(files.sockets("net/tcp"), UTF_8) + new String(files.sockets("net/tcp6"), UTF_8);
            assertThat(listing).contains("local_address", String.format(":%04X ", socket.getLocalPort()));
        }
    }

    @Test
    void processOn_aPortOfNobody_isNone() {
        assertThat(new Sockets(SystemFiles.LIVE).processOn(1)).isEmpty();
    }

    @Test
    void read_files_areThoseOfTheProcess() throws IOException {
        assertThat(new String(files.read("status"), UTF_8)).contains("\nPid:\t" + pid + "\n");
        assertThat(files.arguments()).contains("java");
        assertThat(new String(files.descriptors(), UTF_8)).contains("\n1\t").contains("socket:[");
        assertThat(files.uptime()).isBetween(0.0, 100_000.0);
        assertThat(new String(files.runtimeVariables(), UTF_8)).doesNotContain("PATH=");
        assertThat(files.exists()).isTrue();
    }

    @Test
    void neighbours_aChildAndTheObserver_areNamed() throws IOException, InterruptedException {
        Process child = new ProcessBuilder("sleep", "60").start();
        try {
            String line = child.pid() + "\t" + pid + "\t[RSD]\t\\d+\t(sleep|java)"; // java until it is replaced
            Neighbours neighbours = new Neighbours(SystemFiles.LIVE);
            assertThat(new String(neighbours.of(pid, List.of()), UTF_8).lines()).anyMatch(other -> other.matches(line));
            assertThat(new String(neighbours.of(pid, List.of(child.pid())), UTF_8))
                    .startsWith(child.pid() + "\t");
            assertThat(new String(neighbours.of(pid, List.of(1L)), UTF_8))
                    .as("of a child in another group")
                    .doesNotContain(child.pid() + "\t" + pid);
            assertThat(new String(neighbours.of(child.pid(), List.of(pid)), UTF_8))
                    .startsWith(pid + "\t")
                    .endsWith("\ttidemark\n");
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    @Test
    void read_processThatIsGone_isASentence() {
        ProcessFiles gone = new ProcessFiles(SystemFiles.LIVE, 999_999_999);
        assertThat(gone.exists()).isFalse();
        assertThatThrownBy(() -> gone.read("status")).hasMessageContaining("/proc/999999999/status: no such file");
        assertThat(GoVersion.of(SystemFiles.LIVE, 999_999_999)).isEmpty();
        assertThat(GoVersion.of(SystemFiles.LIVE, pid)).as("of a JVM").isEmpty();
    }

    @Test
    void memoryGroup_ofThisProcess_hasItsMemory() throws IOException {
        var group = MemoryGroup.of(SystemFiles.LIVE, pid);
        assumeTrue(group.isPresent(), "no control group of memory on this machine");
        assertThat(group.get().processes()).contains(pid);
        assertThat(group.get().read("memory.stat")).isNotEmpty();
        assertThat(group.get().read(group.get().files().get(0))).isNotEmpty();
    }
}
