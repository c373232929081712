package io.tidemark.analysis.reading;

import io.tidemark.model.proc.Descriptor;
import io.tidemark.model.proc.OtherProcess;
import io.tidemark.model.proc.ProcessStat;
import io.tidemark.model.proc.ProcessStatus;
import io.tidemark.model.proc.SmapsRollup;
import io.tidemark.model.proc.TcpSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code /proc} said of the process in one round.
 *
 * @param isListed whether its descriptors could be listed
 * @param sockets those of its network namespace, not only its own
 * @param others the other processes of its control group; empty when nobody looked
 */
public record ProcessSnapshot(
        Optional<ProcessStatus> status,
        Optional<ProcessStat> stat,
        Optional<SmapsRollup> rollup,
        boolean isListed,
        List<Descriptor> descriptors,
        List<TcpSocket> sockets,
        Optional<List<OtherProcess>> others) {
    public ProcessSnapshot {
        descriptors = List.copyOf(descriptors);
        sockets = List.copyOf(sockets);
        others = others.map(List::copyOf);
    }

    /** The sockets that are among the descriptors. */
    public List<TcpSocket> ownSockets() {
        Set<Long> inodes = new HashSet<>();
        descriptors.forEach(descriptor -> descriptor.inode().ifPresent(inodes::add));
        return sockets.stream()
                .filter(socket -> inodes.contains(socket.inode()))
                .toList();
    }
}
