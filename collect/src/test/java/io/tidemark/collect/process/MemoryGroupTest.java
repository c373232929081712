package io.tidemark.collect.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finds control groups in trees like those of several machines. */
class MemoryGroupTest {
    private static final String VERSION_1 = """
            31 23 0:28 / /sys/fs/cgroup rw,relatime - tmpfs tmpfs rw,mode=755
            32 31 0:29 / /sys/fs/cgroup/cpu rw,relatime - cgroup cgroup rw,cpu
            35 31 0:32 / /sys/fs/cgroup/memory rw,relatime - cgroup cgroup rw,memory
            41 31 0:38 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw
            """;
    private static final String VERSION_2 = "35 31 0:32 / /sys/fs/cgroup rw,nosuid - cgroup2 cgroup2 rw,nsdelegate\n";

    @TempDir
    private Path root;

    private SystemFiles system;

    @BeforeEach
    void make() {
        system = new SystemFiles(root.resolve("proc"), root.resolve("sys"));
    }

    @Test
    void of_version1_isTheOneWithTheController() throws IOException {
        put("proc/self/mountinfo", VERSION_1);
        put("proc/7/cgroup", "9:name=systemd:/\n4:memory,hugetlb:/docker/abc\n1:cpu:/other\n0::/\n");
        put("sys/fs/cgroup/memory/docker/abc/memory.usage_in_bytes", "4096\n");
        put("sys/fs/cgroup/memory/docker/abc/cgroup.procs", "7\n8\n");
        MemoryGroup group = MemoryGroup.of(system, 7).orElseThrow();
        assertThat(group.path()).isEqualTo("/docker/abc");
        assertThat(group.read("memory.usage_in_bytes")).asString(UTF_8).isEqualTo("4096\n");
        assertThat(group.files()).contains("memory.failcnt").doesNotContain("memory.current");
        assertThat(group.processes()).containsExactly(7L, 8L);
        assertThat(group.has("memory.stat")).isFalse();
    }

    @Test
    void of_version2_isThePathOfTheOnlyHierarchy() throws IOException {
        put("proc/self/mountinfo", VERSION_2);
        put("proc/7/cgroup", "0::/system.slice/app.service\n");
        put("sys/fs/cgroup/system.slice/app.service/memory.current", "8192\n");
        MemoryGroup group = MemoryGroup.of(system, 7).orElseThrow();
        assertThat(group.path()).isEqualTo("/system.slice/app.service");
        assertThat(group.files()).startsWith("memory.current", "memory.stat");
    }

    @Test
    void of_version2WithoutTheController_isTheGroupAbove() throws IOException {
        put("proc/self/mountinfo", VERSION_2);
        put("proc/7/cgroup", "0::/user.slice/session/leaf\n");
        put("sys/fs/cgroup/user.slice/memory.current", "8192\n");
        put("sys/fs/cgroup/user.slice/session/leaf/cgroup.procs", "7\n");
        assertThat(MemoryGroup.of(system, 7).orElseThrow().path()).isEqualTo("/user.slice");
    }

    @Test
    void of_containerWithAMountOfItsOwn_isWhatIsMounted() throws IOException {
        put("proc/self/mountinfo", "35 31 0:32 /docker/abc /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n");
        put("proc/7/cgroup", "4:memory:/docker/abc\n");
        put("sys/fs/cgroup/memory/memory.usage_in_bytes", "1\n");
        assertThat(MemoryGroup.of(system, 7).orElseThrow().path()).isEqualTo("/docker/abc");
    }

    @Test
    void of_processInAnotherNamespace_isWhatIsMounted() throws IOException {
        put("proc/self/mountinfo", VERSION_2);
        put("proc/7/cgroup", "0::/../../kubepods/pod1/c1\n");
        put("sys/fs/cgroup/memory.current", "1\n");
        put("kubepods/pod1/c1/memory.current", "2\n");
        MemoryGroup group = MemoryGroup.of(system, 7).orElseThrow();
        assertThat(group.read("memory.current")).asString(UTF_8).isEqualTo("1\n");
    }

    @Test
    void processes_ofGroupsBelow_areChargedToo() throws IOException {
        put("proc/self/mountinfo", VERSION_2);
        put("sys/fs/cgroup/kubepods/pod1/memory.current", "8192\n");
        put("sys/fs/cgroup/kubepods/pod1/cgroup.procs", "");
        put("sys/fs/cgroup/kubepods/pod1/a/cgroup.procs", "7\n");
        put("sys/fs/cgroup/kubepods/pod1/b/c/cgroup.procs", "8\n9\n");
        put("sys/fs/cgroup/kubepods/pod2/cgroup.procs", "10\n");
        assertThat(MemoryGroup.named(system, "/kubepods/pod1").processes()).containsExactlyInAnyOrder(7L, 8L, 9L);
    }

    @Test
    void of_noHierarchy_isNone() throws IOException {
        assertThat(MemoryGroup.of(system, 7)).isEmpty();
        put("proc/7/cgroup", "0::/\n");
        assertThat(MemoryGroup.of(system, 7)).isEmpty();
        put("proc/self/mountinfo", "nonsense\n - \n1 2 - cgroup2\n");
        assertThat(MemoryGroup.of(system, 7)).isEmpty();
    }

    @Test
    void named_byDirectoryOrPath_isFound() throws IOException {
        put("proc/self/mountinfo", VERSION_1);
        put("sys/fs/cgroup/memory/docker/abc/memory.usage_in_bytes", "4096\n");
        assertThat(MemoryGroup.named(system, "/sys/fs/cgroup/memory/docker/abc").has("memory.usage_in_bytes"))
                .isTrue();
        assertThat(MemoryGroup.named(system, "/docker/abc").has("memory.usage_in_bytes"))
                .isTrue();
        assertThat(MemoryGroup.named(system, "docker/abc").path()).isEqualTo("docker/abc");
        assertThatThrownBy(() -> MemoryGroup.named(system, "docker/../../../../etc"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "no control group of memory docker/../../../../etc (expected its directory, or its path below"
                                + " /sys/fs/cgroup)");
    }

    private void put(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
