package io.tidemark.analysis.reading;

import io.tidemark.analysis.signal.Signal;
import io.tidemark.model.proc.Descriptor;
import io.tidemark.model.proc.OtherProcess;
import io.tidemark.model.proc.ProcessStatus;
import io.tidemark.model.proc.SmapsRollup;
import io.tidemark.model.proc.TcpSocket;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The signals of the process, from {@code /proc/PID}.
 *
 * <table>
 * <caption>where they are from</caption>
 * <tr><td>{@code process.rss, .rss-anon, .rss-file, .rss-shmem, .swap, .page-tables, .threads}<td>VmRSS, RssAnon, RssFile,
 * RssShmem, VmSwap, VmPTE, Threads of status
 * <tr><td>{@code process.pss, .huge-pages, .lazy-free}<td>Pss, AnonHugePages, LazyFree of smaps_rollup
 * <tr><td>{@code process.cpu-seconds, .start}<td>fields 14 + 15, and 22, of stat
 * <tr><td>{@code process.fds...}<td>the listing of fd, by what the links say
 * <tr><td>{@code process.connections...}<td>sockets of net/tcp and tcp6 that are among the descriptors: in the state
 * ESTABLISHED (inbound where the process listens on the local port), and CLOSE_WAIT
 * <tr><td>{@code process.children, .zombies}<td>other processes with this one as parent; those in state Z
 * <tr><td>{@code container.other-processes}<td>the sum of RssAnon of those that belong to it, see {@link Surroundings}
 * </table>
 */
final class ProcessSignals {
    private ProcessSignals() {}

    static SeriesTable of(List<Timed<ProcessSnapshot>> processes, Surroundings surroundings) {
        SeriesTable table = new SeriesTable();
        for (Timed<ProcessSnapshot> timed : processes) {
            double second = timed.second();
            ProcessSnapshot process = timed.value();
            process.status().ifPresent(status -> status(table, second, status));
            process.rollup().ifPresent(rollup -> rollup(table, second, rollup));
            process.stat().ifPresent(stat -> {
                table.add(Signal.CPU_SECONDS, second, stat.cpuSeconds());
                table.add(Signal.START_TIME, second, stat.startSeconds());
            });
            if (process.isListed()) {
                descriptors(table, second, process.descriptors());
                connections(table, second, process);
            }
            long pid = process.status().map(ProcessStatus::pid).orElse(0L);
            if (pid != 0) {
                process.others().ifPresent(others -> children(table, second, pid, others));
                surroundings.company(process).ifPresent(company -> company(table, second, company));
            }
        }
        return table;
    }

    private static void status(SeriesTable table, double second, ProcessStatus status) {
        table.add(Signal.RSS, second, status.resident().total());
        table.add(Signal.RSS_ANON, second, status.resident().anon());
        table.add(Signal.RSS_FILE, second, status.resident().file());
        table.add(Signal.RSS_SHMEM, second, status.resident().shmem());
        table.add(Signal.SWAP, second, status.swap());
        table.add(Signal.PAGE_TABLES, second, status.pageTables());
        table.add(Signal.THREADS, second, status.threads());
    }

    private static void rollup(SeriesTable table, double second, SmapsRollup rollup) {
        table.add(Signal.PSS, second, rollup.pss());
        table.add(Signal.HUGE_PAGES, second, rollup.hugePages());
        table.add(Signal.LAZY_FREE, second, rollup.lazyFree());
    }

    private static void descriptors(SeriesTable table, double second, List<Descriptor> descriptors) {
        Map<Descriptor.Kind, Integer> counts = new EnumMap<>(Descriptor.Kind.class);
        descriptors.forEach(descriptor -> counts.merge(descriptor.kind(), 1, Integer::sum));
        table.add(Signal.FDS, second, (double) descriptors.size());
        for (Descriptor.Kind kind : Descriptor.Kind.values()) {
            table.add(signal(kind), second, counts.getOrDefault(kind, 0).doubleValue());
        }
        long deleted = descriptors.stream().filter(Descriptor::isDeleted).count();
        table.add(Signal.DELETED_FDS, second, (double) deleted);
    }

    private static Signal signal(Descriptor.Kind kind) {
        return switch (kind) {
            case SOCKET -> Signal.SOCKET_FDS;
            case FILE -> Signal.FILE_FDS;
            case PIPE -> Signal.PIPE_FDS;
            case INOTIFY -> Signal.INOTIFY_FDS;
            case OTHER -> Signal.OTHER_FDS;
        };
    }

    private static void connections(SeriesTable table, double second, ProcessSnapshot process) {
        if (process.sockets().isEmpty()) {
            return;
        }
        List<TcpSocket> own = process.ownSockets();
        Set<Integer> listening = new HashSet<>();
        own.stream()
                .filter(socket -> socket.state() == TcpSocket.State.LISTEN)
                .forEach(socket -> listening.add(socket.local().port()));
        double established = 0;
        double inbound = 0;
        double closeWait = 0;
        for (TcpSocket socket : own) {
            if (socket.state() == TcpSocket.State.ESTABLISHED) {
                established++;
                inbound += listening.contains(socket.local().port()) ? 1 : 0;
            } else if (socket.state() == TcpSocket.State.CLOSE_WAIT) {
                closeWait++;
            }
        }
        table.add(Signal.CONNECTIONS, second, established);
        table.add(Signal.INBOUND, second, inbound);
        table.add(Signal.CLOSE_WAIT, second, closeWait);
    }

    private static void children(SeriesTable table, double second, long pid, List<OtherProcess> others) {
        double children = 0;
        double zombies = 0;
        for (OtherProcess other : others) {
            boolean isChild = other.parent() == pid;
            children += isChild ? 1 : 0;
            zombies += isChild && other.state() == 'Z' ? 1 : 0;
        }
        table.add(Signal.CHILDREN, second, children);
        table.add(Signal.ZOMBIES, second, zombies);
    }

    private static void company(SeriesTable table, double second, List<OtherProcess> company) {
        double anon = 0;
        for (OtherProcess other : company) {
            anon += other.anon();
        }
        table.add(Signal.OTHER_PROCESSES, second, anon);
    }
}
