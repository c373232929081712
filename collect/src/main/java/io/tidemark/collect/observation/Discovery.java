package io.tidemark.collect.observation;

import io.tidemark.collect.http.Address;
import io.tidemark.collect.http.Transport;
import io.tidemark.collect.process.GoVersion;
import io.tidemark.collect.process.MemoryGroup;
import io.tidemark.collect.process.Neighbours;
import io.tidemark.collect.process.ProcessFiles;
import io.tidemark.collect.process.Sockets;
import io.tidemark.collect.process.SystemFiles;
import io.tidemark.model.observation.CaptureName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Finds what belongs to a target beside what the user named: the process behind a port of this machine, the server of a
 * process, the control group. Whoever listens on a port need not be who answers (a tunnel, a container's proxy), so the
 * arguments that the server tells are compared with those of the process.
 */
final class Discovery {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int MAX_ARGUMENTS = 1 << 16;
    private static final int MAX_PORTS = 16;

    private final Transport transport;
    private final SystemFiles system;
    private final Duration timeout;
    private final Consumer<String> notes;

    Discovery(Transport transport, SystemFiles system, Duration timeout, Consumer<String> notes) {
        this.transport = transport;
        this.system = system;
        this.timeout = timeout.compareTo(PATIENCE) < 0 ? timeout : PATIENCE;
        this.notes = notes;
    }

    /**
     * What was found.
     *
     * @param command the command line of the process, arguments separated by spaces, secrets left out
     * @param runtime such as {@code go1.26.1}, or empty
     */
    record Found(Optional<Address> base, Machine machine, String command, String runtime) {}

    Found find(TargetAddress target) {
        Optional<Address> base = target.base();
        OptionalLong pid = target.pid();
        Optional<String> told = Optional.empty();
        if (base.isPresent()) {
            told = arguments(base.get());
            if (pid.isEmpty()) {
                pid = processBehind(base.get(), told);
            } else {
                compare(base.get(), told, pid.getAsLong());
            }
        } else if (pid.isPresent() && new ProcessFiles(system, pid.getAsLong()).exists()) {
            base = serverOf(pid.getAsLong());
        }
        Optional<ProcessFiles> process =
                pid.isPresent() ? Optional.of(new ProcessFiles(system, pid.getAsLong())) : Optional.empty();
        String arguments = told.or(() -> process.map(ProcessFiles::arguments)).orElse("");
        return new Found(
                base,
                new Machine(process, group(target, pid), new Neighbours(system)),
                Secrets.withoutThem(arguments),
                process.map(files -> GoVersion.of(system, files.pid())).orElse(""));
    }

    /** The process that is behind a port now, after the one that was there has ended; empty while there is none. */
    Optional<Machine> processAgain(TargetAddress target) {
        if (target.base().isEmpty()) {
            return Optional.empty();
        }
        Address base = target.base().get();
        OptionalLong pid = isLoopback(base.host()) ? new Sockets(system).processOn(base.port()) : OptionalLong.empty();
        Optional<String> told = pid.isEmpty() ? Optional.empty() : arguments(base);
        if (pid.isEmpty() || (told.isPresent() && !isSame(told.get(), pid.getAsLong()))) {
            return Optional.empty();
        }
        notes.accept("the process ended, and process " + pid.getAsLong() + " took its place");
        ProcessFiles process = new ProcessFiles(system, pid.getAsLong());
        return Optional.of(new Machine(Optional.of(process), group(target, pid), new Neighbours(system)));
    }

    private Optional<MemoryGroup> group(TargetAddress target, OptionalLong pid) {
        if (target.cgroup().isPresent()) {
            try {
                return Optional.of(MemoryGroup.named(system, target.cgroup().get()));
            } catch (IllegalArgumentException e) {
                notes.accept(String.valueOf(e.getMessage()));
                return Optional.empty();
            }
        }
        return pid.isPresent() ? MemoryGroup.of(system, pid.getAsLong()) : Optional.empty();
    }

    private OptionalLong processBehind(Address base, Optional<String> told) {
        if (!isLoopback(base.host())) {
            return OptionalLong.empty();
        }
        OptionalLong pid = new Sockets(system).processOn(base.port());
        if (pid.isPresent() && told.isPresent() && !isSame(told.get(), pid.getAsLong())) {
            notes.accept("port " + base.port() + " is held by process " + pid.getAsLong()
                    + ", which is not the program that answers; name that with --pid, if it is on this machine");
            return OptionalLong.empty();
        }
        return pid;
    }

    private void compare(Address base, Optional<String> told, long pid) {
        if (told.isPresent() && !isSame(told.get(), pid)) {
            notes.accept(base + " says that its command line is another one than that of process " + pid);
        }
    }

    /** The server of a process: where its profile endpoints answer, of all the ports that it listens on. */
    private Optional<Address> serverOf(long pid) {
        Sockets sockets = new Sockets(system);
        List<Sockets.Listener> listeners = sockets.of(pid);
        if (!sockets.isReachable(pid)) {
            notes.accept("process " + pid + " has a network of its own; name the URL of its profiles, too");
            return Optional.empty();
        }
        List<String> tried = new ArrayList<>();
        for (Sockets.Listener listener : listeners.subList(0, Math.min(listeners.size(), MAX_PORTS))) {
            Address base = Address.parse("http://" + listener.host() + ":" + listener.port());
            Optional<String> told = arguments(base);
            if (told.isPresent() && isSame(told.get(), pid)) {
                return Optional.of(base);
            }
            tried.add(Integer.toString(listener.port()));
        }
        String why = tried.isEmpty()
                ? "it listens on no port that can be seen"
                : "/debug/pprof/ does not answer on port " + String.join(", ", tried);
        String advice = GoVersion.of(system, pid).isEmpty()
                ? "; it does not look like a Go program, and what Linux tells of it is all that is known"
                : "; with net/http/pprof it would, and until then what Linux tells of it is all that is known";
        notes.accept("process " + pid + " shows no profiles: " + why + advice);
        return Optional.empty();
    }

    /** The command line that a server says it has, with zero bytes between the arguments. */
    private Optional<String> arguments(Address base) {
        Address page = base.at(base.path() + "/" + CaptureName.CMDLINE);
        try (InputStream in = transport.get(page, timeout).body()) {
            return Optional.of(new String(in.readNBytes(MAX_ARGUMENTS), StandardCharsets.UTF_8))
                    .filter(text -> !text.startsWith("<"));
        } catch (IOException e) {
            return Optional.empty(); // whatever is wrong, the first round says it
        }
    }

    private boolean isSame(String told, long pid) {
        String arguments = new ProcessFiles(system, pid).arguments();
        return arguments.isEmpty()
                || strip(arguments).startsWith(strip(told))
                || strip(told).startsWith(strip(arguments));
    }

    private static String strip(String arguments) {
        return arguments.replaceFirst("\0+$", "");
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]") || host.equals("0.0.0.0");
    }
}
