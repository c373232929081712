package io.tidemark.cli.compare;

/** The help of {@code tidemark compare}. */
final class CompareHelp {
    private CompareHelp() {}

    static final String TEXT = """
            Usage:
              tidemark compare [FLAG]... BEFORE AFTER

            Tells whether a leak is gone after a change, what else became better or worse,
            and in which functions. Each of BEFORE and AFTER is a bundle of tidemark record,
            a directory of profiles, or one profile. Several profiles of one side go into a
            directory.

            "Gone" is said only when AFTER would have shown the leak: it must be observed
            long enough, and under load. When both sides count their requests
            (http_requests_total and its like), rates are for 1,000 requests; otherwise they
            are by time, and both sides need the same load. Two single profiles show how
            much each function holds, and nothing about growth.

            Examples:
              tidemark compare before.zip after.zip
                  two bundles, recorded with:
                  tidemark record --duration 2m --output before.zip HOST:6060
              tidemark compare heap-monday.pb.gz heap-tuesday.pb.gz
                  how much each function of the program holds
              tidemark compare --format markdown --output comment.md main.zip branch.zip
                  for a pull request

            In CI, with a bundle of the main branch kept as main.zip:
              ./server & ./load-test &
              tidemark record --duration 2m --output branch.zip localhost:6060
              tidemark compare main.zip branch.zip || exit 1

            Flags:
            @OPTIONS@

            Exit status: 0 nothing is worse, and the leak is gone or there was none; 1 a
            leak is there, or may still be (CAN'T TELL), or something got worse by more than
            noise; 2 bad usage; 3 a file that could not be read.
            """;
}
