package io.tidemark.model.cgroup;

import java.util.OptionalLong;

/**
 * Memory of the kernel that is charged to a control group, in bytes.
 *
 * <p>Version 1 has the sum only. In version 2 the sum is there from Linux 5.18 on, and contains the parts and some more;
 * on older kernels it is the sum of those parts that there are.
 *
 * @param total all of it, buffers of sockets excluded
 * @param stacks the kernel's stacks of threads
 * @param pageTables with those for virtual machines
 * @param slabReclaimable objects that can be dropped: dentries, inodes
 * @param slabUnreclaimable objects that can't
 * @param others memory per processor and what the kernel maps itself ({@code percpu}, {@code vmalloc}) and compressed swap
 */
public record KernelMemory(
        OptionalLong total,
        OptionalLong stacks,
        OptionalLong pageTables,
        OptionalLong slabReclaimable,
        OptionalLong slabUnreclaimable,
        OptionalLong others) {
    /** What the parts do not explain of the total; 0 without parts. */
    public long rest() {
        boolean hasParts = slabReclaimable.isPresent() || slabUnreclaimable.isPresent();
        return total.isPresent() && hasParts ? Math.max(0, total.getAsLong() - parts()) : 0;
    }

    private long parts() {
        return stacks.orElse(0)
                + pageTables.orElse(0)
                + slabReclaimable.orElse(0)
                + slabUnreclaimable.orElse(0)
                + others.orElse(0);
    }
}
