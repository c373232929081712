package io.tidemark.model.cgroup;

import java.util.OptionalLong;

/**
 * The pages of programs and files that are charged to a control group, in bytes.
 *
 * @param anon anonymous memory: heaps and stacks of all processes; version 1 calls it {@code rss}
 * @param file the page cache, with {@code shmem}; version 1 calls it {@code cache}
 * @param shmem shared memory and tmpfs, which can only be swapped out
 * @param activeFile pages of files that were used more than once
 * @param inactiveFile pages of files that were used once, and go first
 * @param mappedFile the part of {@code file} that processes have mapped
 * @param swapCached pages that are in swap and in memory; Linux counts them as {@code file} too
 */
public record PageMemory(
        OptionalLong anon,
        OptionalLong file,
        OptionalLong shmem,
        OptionalLong activeFile,
        OptionalLong inactiveFile,
        OptionalLong mappedFile,
        OptionalLong swapCached) {}
