package io.tidemark.analysis.reading;

import io.tidemark.model.cgroup.CgroupMemory;
import io.tidemark.model.observation.Target;
import io.tidemark.model.proc.OtherProcess;
import io.tidemark.model.proc.ProcessStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of that which is around the process belongs to it.
 *
 * <p>A control group is a container's, or a service's, when it has a limit, or when nothing is in it that has nothing to do
 * with the program. Without a limit it is not: the root of the hierarchy, which has all that runs on the machine; a session,
 * which has all that a user started; and a group with the observer in it, which has whatever was started from the same
 * terminal. There, what the group counts says nothing about the program, and of the other processes only its children, and
 * theirs, are its own.
 */
final class Surroundings {
    private final boolean isContainer;

    private Surroundings(boolean isContainer) {
        this.isContainer = isContainer;
    }

    static Surroundings of(Target target, List<Timed<CgroupMemory>> cgroups, List<Timed<ProcessSnapshot>> processes) {
        boolean hasLimit = cgroups.stream()
                .anyMatch(cgroup -> cgroup.value().bounds().limit().isPresent());
        boolean hasObserver = processes.stream()
                .flatMap(process -> process.value().others().stream())
                .flatMap(List::stream)
                .anyMatch(OtherProcess::isObserver);
        String path = target.cgroup();
        boolean isShared = path.equals("/") || path.startsWith("/user.slice") || hasObserver;
        boolean isAsked = target.pid() == 0 && target.url().isEmpty(); // the group is what the user wants to know of
        return new Surroundings(hasLimit || isAsked || (!path.isEmpty() && !isShared));
    }

    /** Whether what the control group counts is the program's, and of those that belong to it. */
    boolean isContainer() {
        return isContainer;
    }

    /** The other processes that belong to the program; empty when nobody looked. Never the observer. */
    Optional<List<OtherProcess>> company(ProcessSnapshot process) {
        long pid = process.status().map(ProcessStatus::pid).orElse(0L);
        return process.others().map(others -> isContainer ? withoutObserver(others) : family(pid, others));
    }

    private static List<OtherProcess> withoutObserver(List<OtherProcess> others) {
        return others.stream().filter(other -> !other.isObserver()).toList();
    }

    private static List<OtherProcess> family(long pid, List<OtherProcess> others) {
        Set<Long> parents = new HashSet<>(Set.of(pid));
        List<OtherProcess> family = new ArrayList<>();
        boolean isMore = pid != 0;
        while (isMore) {
            isMore = false;
            for (OtherProcess other : others) {
                if (parents.contains(other.parent()) && !other.isObserver() && parents.add(other.pid())) {
                    family.add(other);
                    isMore = true;
                }
            }
        }
        return family;
    }
}
