package io.tidemark.model.observation;

/**
 * What was observed. Each part is empty, or 0, when it is not known.
 *
 * @param url where its endpoints are, without {@code /debug/...}, a password or a query
 * @param pid the number of the process on the machine where the observation was made
 * @param cgroup the path of its control group of memory
 * @param runtime such as {@code go1.26.1}
 * @param command the command line of the process
 */
public record Target(String url, long pid, String cgroup, String runtime, String command) {
    public Target {
        if (pid < 0) {
            throw new IllegalArgumentException("pid: " + pid + " (expected 0 for none, or a number of a process)");
        }
    }

    /** Such as {@code http://10.0.3.7:6060}, {@code process 4711}, or both. */
    public String name() {
        if (pid == 0) {
            return url.isEmpty() ? cgroup : url;
        }
        return url.isEmpty() ? "process " + pid : url + " (process " + pid + ")";
    }
}
