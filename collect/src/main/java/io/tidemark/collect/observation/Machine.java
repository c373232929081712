package io.tidemark.collect.observation;

import io.tidemark.collect.process.MemoryGroup;
import io.tidemark.collect.process.Neighbours;
import io.tidemark.collect.process.ProcessFiles;
import io.tidemark.model.observation.CaptureName;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What this machine tells of a target: its process and its control group. A file that can't be read is tried once. */
final class Machine {
    private static final List<String> CHEAP = List.of("status", "stat", "cgroup");
    private static final int NEEDED = 2; // of the files of a control group, usage and stat; kernels lack others

    private final Optional<ProcessFiles> process;
    private final Optional<MemoryGroup> group;
    private final Neighbours neighbours;
    private final Set<String> unreadable = new HashSet<>();
    private boolean wasThere;
    private boolean hasEnded;
    private boolean hasVariables;

    Machine(Optional<ProcessFiles> process, Optional<MemoryGroup> group, Neighbours neighbours) {
        this.process = process;
        this.group = group;
        this.neighbours = neighbours;
    }

    Optional<ProcessFiles> process() {
        return process;
    }

    Optional<MemoryGroup> group() {
        return group;
    }

    /** Whether the process was there, and is not any more. */
    boolean hasEnded() {
        return hasEnded;
    }

    void takeGroup(Batch batch) {
        if (group.isEmpty()) {
            return;
        }
        List<String> files = group.get().files();
        for (int i = 0; i < files.size(); i++) {
            String file = files.get(i);
            if (i < NEEDED || group.get().has(file)) {
                take(batch, CaptureName.CGROUP + file, () -> group.get().read(file));
            }
        }
    }

    void takeProcess(Batch batch) {
        if (process.isEmpty() || hasEnded) {
            return;
        }
        ProcessFiles files = process.get();
        if (!files.exists()) {
            hasEnded = true;
            batch.fail(
                    CaptureName.PROC_STATUS,
                    wasThere ? "process " + files.pid() + " has ended" : "there is no process " + files.pid());
            return;
        }
        wasThere = true;
        for (String file : CHEAP) {
            take(batch, CaptureName.PROC + file, () -> files.read(file));
        }
        take(batch, CaptureName.PROC_FD, files::descriptors);
    }

    void takePages(Batch batch) {
        if (process.isPresent() && !hasEnded) {
            take(batch, CaptureName.PROC_SMAPS_ROLLUP, () -> process.get().read("smaps_rollup"));
        }
    }

    void takeNeighbours(Batch batch) {
        if (process.isEmpty() ? group.isEmpty() : hasEnded) {
            return;
        }
        process.ifPresent(files -> takeSockets(files, batch));
        long pid = process.map(ProcessFiles::pid).orElse(0L);
        List<Long> members = group.map(MemoryGroup::processes).orElse(List.of());
        take(batch, CaptureName.PROC_OTHERS, () -> neighbours.of(pid, members));
    }

    private void takeSockets(ProcessFiles files, Batch batch) {
        take(batch, CaptureName.PROC_TCP, () -> files.sockets("net/tcp"));
        take(batch, CaptureName.PROC_TCP6, () -> files.sockets("net/tcp6"));
        if (!hasVariables) {
            hasVariables = true; // they can't change
            take(batch, CaptureName.PROC_ENVIRON, files::runtimeVariables);
        }
    }

    private void take(Batch batch, String name, Batch.Reading<byte[]> reading) {
        if (!unreadable.contains(name) && batch.take(name, reading).isEmpty()) {
            unreadable.add(name);
        }
    }

    /** When the process started, in seconds before now; empty when it isn't known. */
    Optional<Double> uptime() {
        try {
            return process.isEmpty()
                    ? Optional.empty()
                    : Optional.of(process.get().uptime());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
