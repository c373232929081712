package io.tidemark.analysis.accounting;

import io.tidemark.model.cgroup.CgroupMemory;
import io.tidemark.model.cgroup.KernelMemory;
import io.tidemark.model.cgroup.PageMemory;
import io.tidemark.model.proc.OtherProcess;
import io.tidemark.model.proc.ProcessStatus;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** The memory of the container: which of it is files, the kernel's, and the processes'. */
final class ContainerParts {
    private static final int NAMED = 2;
    private static final long BATCH = 64L << 12; // bytes that the kernel charges at a time

    private final Moment moment;
    private final CgroupMemory memory;
    private final PageMemory pages;
    private final Parts parts;

    ContainerParts(Moment moment, CgroupMemory memory, Parts parts) {
        this.moment = moment;
        this.memory = memory;
        this.pages = memory.pages();
        this.parts = parts;
    }

    void add(MonitorFormula formula, double total) {
        int since = parts.size();
        switch (formula) {
            case USAGE -> {
                parts.addIf(
                        1, "page cache that was used once, reclaimable", pages.inactiveFile(), stat("inactive_file"));
                files();
                kernel();
            }
            case WORKING_SET -> {
                files();
                kernel();
            }
            case USAGE_WITHOUT_CACHE -> kernel();
            case ANON_AND_MAPPED -> parts.addIf(1, "mapped files", pages.mappedFile(), mappedSource());
            default -> {} // it has no files and nothing of the kernel
        }
        anonymous();
        boolean isCharged = formula == MonitorFormula.USAGE
                || formula == MonitorFormula.WORKING_SET
                || formula == MonitorFormula.USAGE_WITHOUT_CACHE;
        if (isCharged) {
            ahead(total, since);
        }
        parts.addUnexplained(1, total, since);
    }

    /**
     * What a small container is charged beyond its pages: on each processor the kernel charges 64 pages at a time and keeps
     * the rest of them for later ({@code MEMCG_CHARGE_BATCH} in include/linux/memcontrol.h).
     */
    private void ahead(double total, int since) {
        double most =
                (double) BATCH * moment.status().map(ProcessStatus::processors).orElse(0);
        double rest = Math.max(0, parts.rest(1, total, since));
        if (rest > 0 && rest <= most) {
            parts.add(1, "charged by the kernel in advance", rest, "by difference, at most 64 pages a processor");
        }
    }

    private void files() {
        double active =
                parts.addIf(1, "active page cache (files), reclaimable", pages.activeFile(), stat("active_file"));
        double shmem = parts.addIf(1, "tmpfs and shared memory", pages.shmem(), stat("shmem"));
        if (pages.file().isPresent() && pages.inactiveFile().isPresent()) {
            double rest = pages.file().getAsLong()
                    - active
                    - shmem
                    - pages.inactiveFile().getAsLong();
            if (rest > 0) {
                parts.add(1, "other page cache: locked or on its way", rest, "by difference");
            }
        }
    }

    private void kernel() {
        if (!memory.isKernelCharged()) {
            return;
        }
        KernelMemory kernel = memory.kernel();
        String source = memory.version() == 1 ? "memory.kmem.usage_in_bytes" : stat("kernel");
        if (kernel.slabReclaimable().isEmpty() && kernel.slabUnreclaimable().isEmpty()) {
            parts.addIf(1, "kernel: slab, stacks, page tables", kernel.total(), source);
        } else {
            parts.addIf(1, "reclaimable slab (dentries, inodes)", kernel.slabReclaimable(), stat("slab_reclaimable"));
            double others = kernel.total().orElse(0) - kernel.slabReclaimable().orElse(0);
            parts.add(1, "kernel", others, source);
            parts.addIf(2, "slab that can't be reclaimed", kernel.slabUnreclaimable(), stat("slab_unreclaimable"));
            parts.addIf(2, "stacks of threads", kernel.stacks(), stat("kernel_stack"));
            parts.addIf(2, "page tables", kernel.pageTables(), stat("pagetables"));
            parts.addIf(2, "per processor, mappings, compressed swap", kernel.others(), stat("percpu, vmalloc, zswap"));
            parts.add(2, "others", (double) kernel.rest(), "by difference");
        }
        if (memory.version() == 2) {
            parts.addIf(1, "buffers of sockets", memory.sock(), stat("sock"));
        }
    }

    private void anonymous() {
        if (pages.anon().isEmpty()) {
            return;
        }
        double anon = pages.anon().getAsLong();
        parts.add(1, "anonymous memory of all processes", anon, stat(memory.version() == 1 ? "rss" : "anon"));
        OptionalDouble own = moment.anon();
        int since = parts.size();
        if (own.isPresent()) {
            parts.add(2, "the process", own.getAsDouble(), "RssAnon");
            new ProcessParts(moment, parts).addAnonymous(3, own.getAsDouble());
            if (moment.others().isPresent()) {
                parts.add(2, "other processes", names(), moment.othersAnon(), "RssAnon");
                shared(anon - own.getAsDouble() - moment.othersAnon(), anon);
                parts.addUnexplained(2, anon, since);
            } else {
                parts.add(2, "other processes", anon - own.getAsDouble(), "by difference");
            }
        } else if (RuntimeParts.isKnown(moment.memStats())) {
            double runtime = moment.memStats().total().orElse(0);
            parts.add(2, "Go's runtime", runtime, "memstats");
            new RuntimeParts(moment, parts).add(3);
            parts.add(2, "other processes, and outside of the runtime", anon - runtime, "by difference");
        } else if (moment.others().isPresent()) {
            parts.add(2, "processes", names(), moment.othersAnon(), "RssAnon");
            shared(anon - moment.othersAnon(), anon);
            parts.addUnexplained(2, anon, since);
        }
    }

    /**
     * The pages that a process shares with those it forked are in the RssAnon of each, and charged once. It can't be more
     * than what the others have, and less than a hundredth is no sign of it.
     */
    private void shared(double rest, double anon) {
        if (rest < -anon / 100 && -rest <= moment.othersAnon()) {
            parts.add(2, "shared after forks, and charged once", rest, "by difference");
        }
    }

    /** The largest of the other processes: {@code sidecar 87, sh 12 and 3 more}. */
    private String names() {
        List<OtherProcess> largest = moment.others().orElse(List.of()).stream()
                .sorted(Comparator.comparingLong(OtherProcess::anon).reversed())
                .toList();
        StringBuilder names = new StringBuilder();
        for (OtherProcess process : largest.subList(0, Math.min(NAMED, largest.size()))) {
            names.append(names.isEmpty() ? "" : ", ")
                    .append(legible(process.name()))
                    .append(' ')
                    .append(process.pid());
        }
        return largest.size() > NAMED ? names + " and " + (largest.size() - NAMED) + " more" : names.toString();
    }

    /** A process names itself as it likes, and the name goes to a terminal. */
    private static String legible(String name) {
        StringBuilder text = new StringBuilder();
        name.chars().forEach(c -> text.append(Character.isISOControl(c) ? '?' : (char) c));
        return text.toString();
    }

    private String mappedSource() {
        return stat(memory.version() == 1 ? "mapped_file" : "file_mapped");
    }

    private static String stat(String key) {
        return "memory.stat " + key;
    }
}
