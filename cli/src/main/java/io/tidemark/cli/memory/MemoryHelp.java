package io.tidemark.cli.memory;

/** The help of {@code tidemark memory}. */
final class MemoryHelp {
    private MemoryHelp() {}

    static final String TEXT = """
            Usage:
              tidemark memory [FLAG]... [TARGET]

            Accounts for every byte of a running program: from the number that a monitor
            shows, over page cache and the kernel, to the live heap, the garbage and the
            stacks of Go. What does not add up is called unexplained.

            A target is the address of a Go program that has net/http/pprof:
            http://HOST:6060, HOST:6060, or any of its /debug/pprof/ pages. When it runs on
            this machine, what Linux tells of the process and of its container is read, too.
            A process of any language has an account, less deep where its runtime tells
            nothing.

            Examples:
              tidemark memory :6060
                  a program of this machine
              tidemark memory --pid 4711 --monitor 2512MiB
                  the same by its process; which formula is the graph that shows 2512 MiB?
              tidemark memory --cgroup /kubepods/pod1234 --format json
                  a container, for a program to read

            Flags:
            @OPTIONS@

            The numbers are read four times within two seconds, and those that fit together
            best are shown.

            Exit status: 0 done, 2 bad usage, 3 the target could not be read.
            """;
}
