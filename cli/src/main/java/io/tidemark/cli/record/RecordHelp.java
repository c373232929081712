package io.tidemark.cli.record;

/** The help of {@code tidemark record}. */
final class RecordHelp {
    private RecordHelp() {}

    static final String TEXT = """
            Usage:
              tidemark record [FLAG]... --output BUNDLE TARGET...

            Observes running programs and writes what it sees into one file, a bundle.
            tidemark diagnose BUNDLE gives the answer from it, on any machine. Use it where
            nothing else can run, or to keep what an incident was like.

            A target is the address of a Go program that has net/http/pprof:
            http://HOST:6060, HOST:6060, or any of its /debug/pprof/ pages. When it runs on
            this machine, what Linux tells of the process and of its container is recorded,
            too. Ctrl-C ends the recording early; what is there so far is kept.

            Examples:
              tidemark record --output incident.zip http://10.0.3.7:6060
                  ten minutes of one program
              tidemark record --duration 1h --every 30s --output night.zip a:6060 b:6060
                  an hour of two of them, less often
              tidemark record --duration 2m --output leak.zip --pid 4711
                  a process of this machine; its port is found

            Flags:
            @OPTIONS@

            What it costs the target: seven forced collections in all, none but at the
            beginning and the end when its live heap is 1 GB or more; a heap and a goroutine
            profile each time, a dump of all goroutines once, if there are 20,000 or fewer.
            It stops when the target's answers become slow, and says so.

            What a bundle has: the answers of /debug/pprof/, /debug/vars and /metrics as
            they are, and files of /proc and of the control group. Passwords in URLs are
            left out; /debug/vars has the command line of the program.

            Exit status: 0 done, 2 bad usage or a file that can't be written, 3 a target
            that could not be read.
            """;
}
