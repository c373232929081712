package io.tidemark.cli;

import io.tidemark.cli.console.FakeConsole;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of {@code tidemark pprof} in this JVM.
 *
 * @param status the exit status
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record MainRun(int status, String out, String err) {
    /** Runs with some arguments, the programs of this machine, and nothing on standard input. */
    public static MainRun of(List<String> arguments) {
        FakeConsole console = new FakeConsole("").environment("PATH", System.getenv("PATH"));
        List<String> line = new ArrayList<>(List.of("pprof"));
        line.addAll(arguments);
        int status = new Main(console.console()).run(line.toArray(String[]::new));
        return new MainRun(status, console.out(), console.err());
    }
}
