package io.tidemark.cli.observation;

import io.tidemark.cli.flag.UsageException;
import io.tidemark.cli.option.DurationType;
import io.tidemark.collect.http.TlsFiles;
import io.tidemark.collect.http.Transport;
import io.tidemark.collect.observation.TargetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what to observe and how it is reached, to be mixed into those of a command. */
public final class TargetOptions {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    @Option(
            names = {"--pid", "-pid"},
            paramLabel = "PID",
            description = "A process of this machine, alone or as the one behind the only URL")
    private @Nullable Long pid;

    @Option(
            names = {"--cgroup", "-cgroup"},
            paramLabel = "PATH",
            description = "The control group that its memory is counted in, where it can't be found")
    private @Nullable String cgroup;

    @Option(
            names = {"--timeout", "-timeout"},
            paramLabel = "TIME",
            description = "How long one answer may take (10s)",
            converter = DurationType.class)
    private Duration timeout = Duration.ofSeconds(10);

    @Option(
            names = {"--tls_cert", "-tls_cert"},
            paramLabel = "FILE",
            description = "Our certificate for TLS, PEM; with --tls_key")
    private @Nullable Path certificate;

    @Option(
            names = {"--tls_key", "-tls_key"},
            paramLabel = "FILE",
            description = "The private key of that certificate, PEM")
    private @Nullable Path key;

    @Option(
            names = {"--tls_ca", "-tls_ca"},
            paramLabel = "FILE",
            description = "The authorities to trust instead of the usual ones, PEM")
    private @Nullable Path authorities;

    /** How long one answer may take. */
    public Duration timeout() throws UsageException {
        if (timeout.isZero() || timeout.compareTo(LONGEST) > 0) {
            throw new UsageException("--timeout: " + timeout.toMillis() + " ms (expected more than 0, up to 10m)");
        }
        return timeout;
    }

    /** Whether a process or a control group is named, so that no URL has to be. */
    public boolean hasLocalTarget() {
        return pid != null || cgroup != null;
    }

    /** The targets of URLs, and of the process. What was recorded is not among them. */
    public List<TargetAddress> live(List<String> urls) throws UsageException {
        List<TargetAddress> addresses = new ArrayList<>();
        for (String url : urls) {
            if (!url.contains(":") && Files.exists(Path.of(url))) {
                throw new UsageException(url + ": a file (expected a running program; tidemark diagnose reads files)");
            }
            try {
                addresses.add(TargetAddress.parse(url));
            } catch (IllegalArgumentException e) {
                throw new UsageException(String.valueOf(e.getMessage()));
            }
        }
        return targets(addresses);
    }

    /** The targets: those with a URL, or the process, or both as one. */
    public List<TargetAddress> targets(List<TargetAddress> urls) throws UsageException {
        if (urls.size() > 1 && hasLocalTarget()) {
            throw new UsageException((pid != null ? "--pid" : "--cgroup") + " with " + urls.size()
                    + " targets (expected it with one, or alone)");
        }
        if (pid != null && pid <= 0) {
            throw new UsageException("--pid: " + pid + " (expected the number of a process)");
        }
        if (!hasLocalTarget()) {
            return urls;
        }
        List<TargetAddress> targets = new ArrayList<>();
        TargetAddress target;
        if (!urls.isEmpty()) {
            target = pid == null ? urls.get(0) : urls.get(0).withProcess(pid);
            target = cgroup == null ? target : target.withCgroup(cgroup);
        } else if (pid != null) {
            target = TargetAddress.ofProcess(pid);
            target = cgroup == null ? target : target.withCgroup(cgroup);
        } else {
            target = TargetAddress.ofCgroup(String.valueOf(cgroup));
        }
        targets.add(target);
        return targets;
    }

    /** What gets the answers. */
    public Transport transport(Map<String, String> environment) throws UsageException {
        try {
            TlsFiles files = new TlsFiles(
                    Optional.ofNullable(certificate), Optional.ofNullable(key), Optional.ofNullable(authorities));
            return new Transport(files, environment);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
