package io.tidemark.collect.observation;

import io.tidemark.collect.http.Address;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a target is: a URL, a process of this machine, a control group, or several of these that belong together.
 *
 * <p>What people have at hand will do for the URL: {@code http://host:6060}, {@code host:6060}, {@code :6060} for this
 * machine, and any page of the profile endpoints, such as {@code http://host:6060/debug/pprof/heap?debug=1}.
 */
public final class TargetAddress {
    private static final Pattern PAGE = Pattern.compile("(.*?)/+(?:debug/pprof|debug/vars|metrics)(?:/.*)?");

    private final Optional<Address> base;
    private final OptionalLong pid;
    private final Optional<String> cgroup;

    private TargetAddress(Optional<Address> base, OptionalLong pid, Optional<String> cgroup) {
        this.base = base;
        this.pid = pid;
        this.cgroup = cgroup;
    }

    /**
     * The target that a URL stands for.
     *
     * @throws IllegalArgumentException when it is none; the message is a sentence without the password
     */
    public static TargetAddress parse(String url) {
        String text = url.startsWith(":") ? "localhost" + url : url;
        Address page;
        try {
            page = Address.parse(text.contains("://") ? text : "http://" + text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(Address.withoutUser(url) + ": " + e.getMessage(), e);
        }
        Matcher known = PAGE.matcher(page.path());
        String path = known.matches() ? known.group(1) : page.path();
        return new TargetAddress(
                Optional.of(page.at(path.replaceFirst("/+$", ""))), OptionalLong.empty(), Optional.empty());
    }

    /** A process of this machine. Its server, if it has one, is looked for. */
    public static TargetAddress ofProcess(long pid) {
        return new TargetAddress(Optional.empty(), OptionalLong.of(positive(pid)), Optional.empty());
    }

    /** A control group of this machine, by its directory or by its path below the hierarchy of memory. */
    public static TargetAddress ofCgroup(String path) {
        return new TargetAddress(Optional.empty(), OptionalLong.empty(), Optional.of(path));
    }

    /** This target, which is that process. */
    public TargetAddress withProcess(long number) {
        return new TargetAddress(base, OptionalLong.of(positive(number)), cgroup);
    }

    /** This target, whose memory is counted in that control group. */
    public TargetAddress withCgroup(String path) {
        return new TargetAddress(base, pid, Optional.of(path));
    }

    private static long positive(long pid) {
        if (pid <= 0) {
            throw new IllegalArgumentException("process " + pid + " (expected a number above 0)");
        }
        return pid;
    }

    /** What {@code /debug/...} comes after, where the target has a server that was named. */
    Optional<Address> base() {
        return base;
    }

    OptionalLong pid() {
        return pid;
    }

    Optional<String> cgroup() {
        return cgroup;
    }

    /** What to call it in messages: without a password. */
    public String name() {
        if (base.isPresent()) {
            return base.get().toString();
        }
        return pid.isPresent() ? "process " + pid.getAsLong() : "control group " + cgroup.orElse("");
    }

    /** As {@link #name}. */
    @Override
    public String toString() {
        return name();
    }
}
