package io.tidemark.collect.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The control group that a process's memory is charged to, of version 1 or 2.
 *
 * <p>{@code /proc/PID/cgroup} has a path, and {@code /proc/self/mountinfo} says where such paths are to be found. On a
 * machine with both versions, the one that has the controller of memory counts.
 */
public final class MemoryGroup {
    private static final List<String> VERSION_1 = List.of(
            "memory.usage_in_bytes",
            "memory.stat",
            "memory.limit_in_bytes",
            "memory.soft_limit_in_bytes",
            "memory.max_usage_in_bytes",
            "memory.failcnt",
            "memory.kmem.usage_in_bytes",
            "memory.kmem.tcp.usage_in_bytes",
            "memory.memsw.usage_in_bytes",
            "memory.oom_control",
            "memory.pressure");
    private static final List<String> VERSION_2 = List.of(
            "memory.current",
            "memory.stat",
            "memory.max",
            "memory.high",
            "memory.peak",
            "memory.events",
            "memory.swap.current",
            "memory.swap.max",
            "memory.pressure");

    private static final int MOST_LEVELS = 8;
    private static final int MOST_GROUPS = 1 << 12;

    private final Path directory;
    private final String path;

    private MemoryGroup(Path directory, String path) {
        this.directory = directory;
        this.path = path;
    }

    /** The group of a process, when it has one that can be seen. */
    public static Optional<MemoryGroup> of(SystemFiles system, long pid) {
        try {
            List<String> lines = SystemFiles.lines(system.process(pid).resolve("cgroup"));
            Optional<MemoryGroup> group = Optional.empty();
            for (String line : lines) {
                String[] fields = line.split(":", 3); // 4:memory:/path or 0::/path
                if (fields.length == 3 && List.of(fields[1].split(",", -1)).contains("memory")) {
                    group = Mount.of(system, 1).flatMap(mount -> mount.group(fields[2]));
                }
            }
            for (String line : lines) {
                if (group.isEmpty() && line.startsWith("0::")) {
                    group = Mount.of(system, 2).flatMap(mount -> mount.group(line.substring(3)));
                }
            }
            return group;
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * The group that a user names: by its directory, or by its path below the hierarchy.
     *
     * @throws IllegalArgumentException when there is none; the message is a sentence
     */
    public static MemoryGroup named(SystemFiles system, String name) {
        Path directory = system.at(name);
        if (name.startsWith("/") && isGroup(directory)) {
            return new MemoryGroup(directory, name);
        }
        for (int version = 1; version <= 2; version++) {
            Optional<MemoryGroup> group = Mount.of(system, version).flatMap(mount -> mount.below(name));
            if (group.isPresent()) {
                return group.get();
            }
        }
        throw new IllegalArgumentException(
                "no control group of memory " + name + " (expected its directory, or its path below /sys/fs/cgroup)");
    }

    private static boolean isGroup(Path directory) {
        return Files.exists(directory.resolve("memory.current"))
                || Files.exists(directory.resolve("memory.usage_in_bytes"));
    }

    /** Its path, as {@code /proc/PID/cgroup} or the user has it. */
    public String path() {
        return path;
    }

    /** The names of the files that say something about memory; a kernel may lack some of them. */
    public List<String> files() {
        return Files.exists(directory.resolve("memory.usage_in_bytes")) ? VERSION_1 : VERSION_2;
    }

    /** Whether a file is there. */
    public boolean has(String file) {
        return Files.exists(directory.resolve(file));
    }

    public byte[] read(String file) throws IOException {
        return SystemFiles.read(directory.resolve(file));
    }

    /** The processes in it and in the groups below it, whose memory is charged to it, too. */
    public List<Long> processes() {
        List<Long> processes = new ArrayList<>();
        try (Stream<Path> groups = Files.walk(directory, MOST_LEVELS)) {
            groups.filter(file -> file.endsWith("cgroup.procs"))
                    .limit(MOST_GROUPS)
                    .forEach(file -> processes.addAll(ProcessFiles.numbers(file)));
        } catch (IOException | UncheckedIOException e) {
            return processes; // a group that went away meanwhile
        }
        return processes;
    }

    /**
     * Where a hierarchy is mounted.
     *
     * @param root what of the hierarchy is there: {@code /}, or the group of the container
     */
    private record Mount(Path point, String root) {
        /** Finds the hierarchy of a version in lines such as {@code 35 31 0:32 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory}. */
        static Optional<Mount> of(SystemFiles system, int version) {
            try {
                for (String line : SystemFiles.lines(system.proc().resolve("self/mountinfo"))) {
                    int dash = line.indexOf(" - ");
                    String[] head = line.substring(0, Math.max(dash, 0)).split(" ", -1);
                    String[] tail = line.substring(dash + 3 > line.length() ? 0 : dash + 3)
                            .split(" ", -1);
                    if (dash < 0 || head.length < 5 || tail.length < 3) {
                        continue;
                    }
                    boolean isIt = version == 2
                            ? tail[0].equals("cgroup2")
                            : tail[0].equals("cgroup")
                                    && List.of(tail[2].split(",", -1)).contains("memory");
                    if (isIt) {
                        return Optional.of(new Mount(system.at(head[4]), head[3]));
                    }
                }
            } catch (IOException e) {
                return Optional.empty();
            }
            return Optional.empty();
        }

        /** The group of a path; above it, where it has no controller of memory; what is mounted, where it is out of sight. */
        Optional<MemoryGroup> group(String path) {
            String rest = path;
            if (!root.equals("/") && (path.equals(root) || path.startsWith(root + "/"))) {
                rest = path.substring(root.length());
            }
            Path directory = point.resolve(rest.replaceFirst("^/+", "")).normalize();
            if (!directory.startsWith(point)) {
                directory = point; // /../.. in another namespace
            }
            for (Path at = directory; at != null && at.startsWith(point); at = at.getParent()) {
                if (isGroup(at)) {
                    return Optional.of(new MemoryGroup(at, at.equals(directory) ? path : "/" + point.relativize(at)));
                }
            }
            return Optional.empty();
        }

        /** The group of exactly this path. */
        Optional<MemoryGroup> below(String name) {
            Path directory = point.resolve(name.replaceFirst("^/+", "")).normalize();
            return directory.startsWith(point) && isGroup(directory)
                    ? Optional.of(new MemoryGroup(directory, name))
                    : Optional.empty();
        }
    }
}
