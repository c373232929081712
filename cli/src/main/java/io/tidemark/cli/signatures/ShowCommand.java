package io.tidemark.cli.signatures;

import io.tidemark.analysis.answer.Ink;
import io.tidemark.analysis.signature.Catalogue;
import io.tidemark.analysis.signature.Signature;
import io.tidemark.cli.console.Console;
import io.tidemark.cli.console.Status;
import io.tidemark.cli.console.Stream;
import io.tidemark.cli.flag.Nearest;
import io.tidemark.cli.flag.UsageException;
import io.tidemark.cli.option.OptionCommand;
import java.io.IOException;
import java.util.List;

/** The command {@code tidemark signatures show}. */
final class ShowCommand extends OptionCommand<ShowOptions> {
    private static final String HELP = """
            Usage:
              tidemark signatures show [FLAG]... ID

            Shows all that is known of a defect: what it looks like, its cause, what to
            change, and when it is something else. tidemark signatures list has the ids.

            Stacks are written innermost function first, with < for "called by", ... for any
            functions between, and <program> for one that is not of Go's standard library.

            Example:
              tidemark signatures show cache-never-hits

            Flags:
            @OPTIONS@

            Exit status: 0 done, 2 bad usage, 3 a file that could not be read.
            """;

    ShowCommand(Console console) {
        super(console);
    }

    @Override
    public String name() {
        return "signatures show";
    }

    @Override
    protected ShowOptions options() {
        return new ShowOptions();
    }

    @Override
    protected String help() {
        return HELP;
    }

    @Override
    protected int carryOut(ShowOptions options) throws UsageException, IOException {
        if (options.ids.size() != 1) {
            throw new UsageException(
                    "signatures show: " + options.ids.size() + " ids (expected one; tidemark signatures list has all)");
        }
        Ink ink = console.hasColours(Stream.OUT) ? Ink.ANSI : Ink.PLAIN;
        Signature signature = signature(options.catalogue.catalogue(), options.ids.get(0));
        console.print(String.join("\n", SignaturePage.lines(signature, ink, console.width(Stream.OUT))) + "\n");
        return Status.OK;
    }

    /** The signature with an id, or with the code that stands before its title in the documentation. */
    private static Signature signature(Catalogue catalogue, String name) throws UsageException {
        for (Signature signature : catalogue.signatures()) {
            if (signature.id().equals(name) || signature.code().equals(name)) {
                return signature;
            }
        }
        List<String> ids = catalogue.signatures().stream().map(Signature::id).toList();
        String nearest = Nearest.of(name, ids);
        throw new UsageException(name + ": no such signature; "
                + (nearest == null ? "tidemark signatures list has all" : "did you mean " + nearest + "?"));
    }
}
