package io.tidemark.cli.signatures;

import io.tidemark.cli.console.Console;
import io.tidemark.cli.console.Status;
import io.tidemark.cli.flag.Nearest;
import io.tidemark.cli.option.OptionCommand;
import java.io.IOException;
import java.util.List;

/** The command {@code tidemark signatures}, which has commands of its own. */
public final class SignaturesCommand {
    private static final String HELP = """
            Usage:
              tidemark signatures list  [FLAG]...         the known defects, a line each
              tidemark signatures show  [FLAG]... ID      one of them in full
              tidemark signatures check [FLAG]... FILE... whether your own are right

            A signature is a known defect, described as data: what it looks like, what is
            behind it, what to change, and when it is something else. tidemark diagnose
            names what grows with the signature that fits best.

            Examples:
              tidemark signatures list --kind goroutine-leak
                  what makes goroutines leak
              tidemark signatures show cache-never-hits
                  all that is known of one defect
              tidemark signatures check my/signatures --against incident.zip
                  whether those of your own name what they should
              tidemark diagnose --signatures my/signatures incident.zip
                  a diagnosis that knows them

            tidemark signatures list -h explains the first, and so on.
            """;

    /** One of its commands, and what it does in a few words. */
    public record Verb(String name, String summary, OptionCommand<?> command) {}

    private final Console console;
    private final List<Verb> verbs;

    public SignaturesCommand(Console console) {
        this.console = console;
        this.verbs = List.of(
                new Verb("list", "the known defects, a line each", new ListCommand(console)),
                new Verb("show", "one of them in full", new ShowCommand(console)),
                new Verb("check", "whether your own are right", new CheckCommand(console)));
    }

    public List<Verb> verbs() {
        return verbs;
    }

    /** Runs the command and returns the exit status. */
    public int run(List<String> arguments) throws IOException {
        String first = arguments.isEmpty() ? "" : arguments.get(0);
        if (List.of("-h", "-help", "--help").contains(first)) {
            console.print(HELP);
            return Status.OK;
        }
        for (Verb verb : verbs) {
            if (verb.name().equals(first)) {
                return verb.command().run(arguments.subList(1, arguments.size()));
            }
        }
        String nearest = Nearest.of(first, verbs.stream().map(Verb::name).toList());
        console.warn("tidemark: signatures: "
                + (first.isEmpty() ? "no command" : "unknown command " + first)
                + (nearest == null
                        ? " (expected list, show or check; tidemark signatures -h explains all)"
                        : "; did you mean tidemark signatures " + nearest + "?"));
        return Status.USAGE;
    }
}
