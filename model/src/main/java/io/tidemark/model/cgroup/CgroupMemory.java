package io.tidemark.model.cgroup;

import io.tidemark.model.text.MalformedTextException;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The memory of a control group, the same for version 1 and version 2.
 *
 * <p>What holds, but for counts that each processor has not yet handed in (some tens of pages a processor):
 *
 * <pre>
 * version 2           usage = anon + file + kernel + sock
 * version 1           usage = anon + file + kernel         (sock has a counter and a limit of its own)
 * version 1, the root usage = anon + file
 * version 2, the root has no usage
 * </pre>
 *
 * <p>Values are hierarchical: they include the groups below.
 *
 * @param version 1 or 2
 * @param usage all that is charged, in bytes
 * @param sock buffers of sockets, in bytes
 */
public record CgroupMemory(
        int version,
        OptionalLong usage,
        PageMemory pages,
        KernelMemory kernel,
        OptionalLong sock,
        MemoryBounds bounds) {
    /**
     * The values of the files of a control group.
     *
     * @param files texts by file name, such as {@code memory.stat}; what a kernel doesn't have is not there
     */
    public static CgroupMemory parse(Map<String, String> files) throws MalformedTextException {
        boolean isFirst = files.keySet().stream().anyMatch(CgroupMemory::isOfVersion1);
        String stat = files.getOrDefault("memory.stat", "");
        isFirst |= stat.startsWith("cache ") || stat.contains("\ncache ");
        return isFirst ? CgroupFiles.version1(files) : CgroupFiles.version2(files);
    }

    private static boolean isOfVersion1(String file) {
        return file.endsWith("_in_bytes") || file.equals("memory.failcnt");
    }

    /**
     * Usage less the page cache that was used once, at least 0: what Kubernetes shows and evicts by.
     *
     * @see <a href="https://github.com/google/cadvisor/blob/master/container/libcontainer/handler.go">cAdvisor</a>
     */
    public OptionalLong workingSet() {
        return usage.isEmpty() || pages.inactiveFile().isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        Math.max(0, usage.getAsLong() - pages.inactiveFile().getAsLong()));
    }

    /** Usage less all of the page cache, as older versions of Docker show it. */
    public OptionalLong usageWithoutCache() {
        return usage.isEmpty() || pages.file().isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(usage.getAsLong() - pages.file().getAsLong());
    }

    /**
     * Whether the kernel's memory is part of the usage. It is but for the root of version 1, which is told by the numbers:
     * there usage is nearer to the pages alone.
     */
    public boolean isKernelCharged() {
        if (version == 2 || usage.isEmpty() || kernel.total().isEmpty()) {
            return version == 2;
        }
        long pageBytes = pages.anon().orElse(0) + pages.file().orElse(0);
        long without = Math.abs(usage.getAsLong() - pageBytes);
        long with = Math.abs(usage.getAsLong() - pageBytes - kernel.total().getAsLong());
        return with <= without;
    }
}
