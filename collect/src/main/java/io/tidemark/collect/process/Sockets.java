package io.tidemark.collect.process;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Which process listens where: {@code /proc/net/tcp} has inodes of sockets, and {@code /proc/PID/fd} leads to them. */
public final class Sockets {
    private static final String LISTENING = "0A";
    private static final String ANY_4 = "00000000";
    private static final String ANY_6 = "0".repeat(32);

    private final SystemFiles system;

    public Sockets(SystemFiles system) {
        this.system = system;
    }

    /**
     * A socket that is listened on.
     *
     * @param host how it is reached from this machine, such as {@code 127.0.0.1} or {@code [::1]}
     */
    public record Listener(String host, int port) {}

    /** The process that listens on a port of this machine, if it can be seen; the first where there are several. */
    public OptionalLong processOn(int port) {
        Map<String, Listener> listeners = new HashMap<>();
        collect(system.proc().resolve("net"), listeners);
        listeners.values().removeIf(listener -> listener.port() != port);
        if (listeners.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong found = OptionalLong.empty();
        for (long pid : processes()) {
            boolean isIt = inodes(system.process(pid)).stream().anyMatch(listeners::containsKey);
            if (isIt && (found.isEmpty() || pid < found.getAsLong())) {
                found = OptionalLong.of(pid);
            }
        }
        return found;
    }

    /** Where a process listens that can be reached over the loopback, lowest port first. */
    public List<Listener> of(long pid) {
        Map<String, Listener> listeners = new HashMap<>();
        collect(system.process(pid).resolve("net"), listeners);
        List<Listener> found = new ArrayList<>();
        for (String inode : inodes(system.process(pid))) {
            Listener listener = listeners.get(inode);
            if (listener != null && !found.contains(listener)) {
                found.add(listener);
            }
        }
        found.sort((a, b) -> a.port() - b.port());
        return found;
    }

    /** Whether a process has the same network as this one, so that its loopback is ours. */
    public boolean isReachable(long pid) {
        try {
            Path own = Files.readSymbolicLink(system.proc().resolve("self/ns/net"));
            return own.equals(Files.readSymbolicLink(system.process(pid).resolve("ns/net")));
        } catch (IOException e) {
            return true; // nothing says otherwise
        }
    }

    /** The numbers of all processes that can be seen. */
    List<Long> processes() {
        List<Long> pids = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(system.proc(), "[0-9]*")) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (name.length() < 10 && name.chars().allMatch(c -> c >= '0' && c <= '9')) {
                    pids.add(Long.parseLong(name));
                }
            }
        } catch (IOException e) {
            return pids;
        }
        return pids;
    }

    /** The inodes of the sockets of the process with a directory; none where they can't be seen. */
    static Set<String> inodes(Path process) {
        Set<String> inodes = new HashSet<>();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                String target = target(descriptor);
                if (target.startsWith("socket:[") && target.endsWith("]")) {
                    inodes.add(target.substring(8, target.length() - 1));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return inodes; // of another user, or gone
        }
        return inodes;
    }

    /** The inode in a line of {@code net/tcp}, or empty. */
    static String inode(String line) {
        String[] fields = line.strip().split("\\s+", 11);
        return fields.length < 10 ? "" : fields[9];
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return ""; // closed meanwhile
        }
    }

    private static void collect(Path net, Map<String, Listener> listeners) {
        for (String file : List.of("tcp", "tcp6")) {
            for (String line : lines(net.resolve(file))) {
                collect(line, listeners);
            }
        }
    }

    private static List<String> lines(Path file) {
        try {
            return SystemFiles.lines(file);
        } catch (IOException e) {
            return List.of(); // a kernel without IPv6
        }
    }

    /** Takes a line such as {@code 0: 0100007F:17AC 00000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 4711 1}. */
    private static void collect(String line, Map<String, Listener> listeners) {
        String[] fields = line.strip().split("\\s+", -1);
        if (fields.length < 10 || !fields[3].equals(LISTENING)) {
            return;
        }
        int colon = fields[1].indexOf(':');
        String host = colon < 0 ? "" : host(fields[1].substring(0, colon));
        if (!host.isEmpty() && fields[1].substring(colon + 1).matches("[0-9A-Fa-f]{1,4}")) {
            int port = Integer.parseInt(fields[1].substring(colon + 1), 16);
            listeners.put(fields[9], new Listener(host, port));
        }
    }

    /** The address to connect to for a local address in the kernel's notation; empty when it is not understood. */
    private static String host(String hex) {
        if (hex.equals(ANY_4) || hex.equals(ANY_6)) {
            return "127.0.0.1";
        }
        if (hex.matches("[0-9A-Fa-f]{8}")) {
            return version4(hex);
        }
        if (!hex.matches("[0-9A-Fa-f]{32}")) {
            return "";
        }
        if (hex.equals("0".repeat(24) + "01000000")) {
            return "[::1]";
        }
        return hex.startsWith("0".repeat(16) + "FFFF0000") ? version4(hex.substring(24)) : "";
    }

    /** The bytes are those of a number of this machine, which is little-endian wherever Go and Java run. */
    private static String version4(String hex) {
        int number = Integer.parseUnsignedInt(hex, 16);
        return (number & 0xFF) + "." + (number >> 8 & 0xFF) + "." + (number >> 16 & 0xFF) + "." + (number >>> 24);
    }
}
