package io.tidemark.cli.diagnose;

/** The help of {@code tidemark diagnose}. */
final class DiagnoseHelp {
    private DiagnoseHelp() {}

    static final String TEXT = """
            Usage:
              tidemark diagnose [FLAG]... TARGET...
                  observe running programs
              tidemark diagnose [FLAG]... BUNDLE | DIRECTORY | PROFILE...
                  judge what was observed before

            Tells why the memory of a program grows: what leaks, in which function, what to
            change, and how sure that is; or that nothing leaks, and what the graph really
            shows.

            A target is the address of a Go program that has net/http/pprof:
            http://HOST:6060, HOST:6060, or any of its /debug/pprof/ pages. When it runs on
            this machine, what Linux tells of the process and of its container is used, too.
            Ctrl-C ends the observation early; the answer is given from what there is so
            far.

            Examples:
              tidemark diagnose http://10.0.3.7:6060
                  one minute, then the answer
              tidemark diagnose --duration 5m --report leak.html --pid 4711
                  five minutes of a process of this machine, with a page of charts
              tidemark diagnose incident.zip
                  what tidemark record wrote
              tidemark diagnose heap-before.pb.gz heap-after.pb.gz
                  two heap profiles are enough for a first answer
              tidemark diagnose --format markdown http://10.0.3.7:6060
                  for a ticket

            Flags:
            @OPTIONS@

            Exit status: 0 done and nothing found, 1 done and something found that needs
            repair, 2 bad usage, 3 a target or file that could not be read.
            """;
}
