package io.tidemark.analysis.reading;

import io.tidemark.analysis.signal.Signal;
import io.tidemark.model.cgroup.CgroupMemory;
import io.tidemark.model.cgroup.KernelMemory;
import io.tidemark.model.cgroup.MemoryBounds;
import io.tidemark.model.cgroup.PageMemory;
import java.util.List;

/**
 * The signals of the container.
 *
 * <table>
 * <caption>where they are from, in version 2 and in version 1 of control groups</caption>
 * <tr><td>{@code container.usage}<td>memory.current<td>memory.usage_in_bytes
 * <tr><td>{@code container.working-set}<td>usage - inactive_file<td>usage - total_inactive_file
 * <tr><td>{@code container.anon, .file}<td>anon, file<td>total_rss, total_cache
 * <tr><td>{@code container.mapped-file}<td>file_mapped<td>total_mapped_file
 * <tr><td>{@code container.kernel}<td>kernel, or the sum of what there is before Linux 5.18<td>memory.kmem.usage_in_bytes
 * <tr><td>{@code container.slab..., .kernel-stacks, .page-tables}<td>slab_..., kernel_stack, pagetables<td>none
 * <tr><td>{@code container.sock}<td>sock<td>memory.kmem.tcp.usage_in_bytes
 * <tr><td>{@code container.limit}<td>memory.max<td>the smaller of memory.limit_in_bytes and that of the groups above
 * <tr><td>{@code container.limit-hits}<td>max of memory.events<td>memory.failcnt
 * <tr><td>{@code container.oom-kills}<td>oom_kill of memory.events<td>oom_kill of memory.oom_control
 * <tr><td>{@code container.pressure}<td>some avg10 of memory.pressure<td>none
 * <tr><td>{@code container.refaults}<td>workingset_refault_file<td>total_workingset_refault_file
 * </table>
 */
final class ContainerSignals {
    private ContainerSignals() {}

    static SeriesTable of(List<Timed<CgroupMemory>> cgroups) {
        SeriesTable table = new SeriesTable();
        for (Timed<CgroupMemory> cgroup : cgroups) {
            double second = cgroup.second();
            CgroupMemory memory = cgroup.value();
            table.add(Signal.USAGE, second, memory.usage());
            table.add(Signal.WORKING_SET, second, memory.workingSet());
            table.add(Signal.SOCK, second, memory.sock());
            pages(table, second, memory.pages());
            kernel(table, second, memory.kernel());
            bounds(table, second, memory.bounds());
        }
        return table;
    }

    private static void pages(SeriesTable table, double second, PageMemory pages) {
        table.add(Signal.ANON, second, pages.anon());
        table.add(Signal.FILE, second, pages.file());
        table.add(Signal.SHMEM, second, pages.shmem());
        table.add(Signal.ACTIVE_FILE, second, pages.activeFile());
        table.add(Signal.INACTIVE_FILE, second, pages.inactiveFile());
        table.add(Signal.MAPPED_FILE, second, pages.mappedFile());
    }

    private static void kernel(SeriesTable table, double second, KernelMemory kernel) {
        table.add(Signal.KERNEL, second, kernel.total());
        table.add(Signal.KERNEL_STACKS, second, kernel.stacks());
        table.add(Signal.CONTAINER_PAGE_TABLES, second, kernel.pageTables());
        table.add(Signal.SLAB_RECLAIMABLE, second, kernel.slabReclaimable());
        table.add(Signal.SLAB_UNRECLAIMABLE, second, kernel.slabUnreclaimable());
    }

    private static void bounds(SeriesTable table, double second, MemoryBounds bounds) {
        table.add(Signal.LIMIT, second, bounds.limit());
        table.add(Signal.LIMIT_HITS, second, bounds.limitHits());
        table.add(Signal.OOM_KILLS, second, bounds.oomKills());
        table.add(Signal.PRESSURE, second, bounds.pressure());
        table.add(Signal.REFAULTS, second, bounds.refaults());
    }
}
