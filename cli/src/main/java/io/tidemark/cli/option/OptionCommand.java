package io.tidemark.cli.option;

import io.tidemark.cli.console.ClosedOutputException;
import io.tidemark.cli.console.Console;
import io.tidemark.cli.console.Problem;
import io.tidemark.cli.console.Status;
import io.tidemark.cli.flag.UsageException;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A command whose options picocli reads.
 *
 * @param <O> has the options in fields with annotations; the annotations are also what help and completion say of them
 */
public abstract class OptionCommand<O> {
    private static final String OPTIONS = "@OPTIONS@\n";

    protected final Console console;

    protected OptionCommand(Console console) {
        this.console = console;
    }

    /** What comes after {@code tidemark}, such as {@code diagnose} or {@code signatures list}. */
    public abstract String name();

    /** The options before a command line is read. */
    protected abstract O options();

    /** The help, in which a line {@code @OPTIONS@} stands for those of the options. */
    protected abstract String help();

    /**
     * Does what the command is for, and returns the exit status.
     *
     * @throws UsageException when options don't go together, or an output can't be written
     * @throws IOException when a target or an input can't be read
     */
    protected abstract int carryOut(O options) throws UsageException, IOException;

    /** Runs the command and returns the exit status. What goes wrong is told in one line on standard error. */
    public final int run(List<String> arguments) {
        try {
            O options = options();
            if (Arguments.read(options, arguments)) {
                return carryOut(options);
            }
            console.print(help().replace(OPTIONS, OptionLines.of(spec())));
            return Status.OK;
        } catch (ClosedOutputException e) {
            return ClosedOutputException.STATUS;
        } catch (UsageException e) {
            console.warn("tidemark: " + e.getMessage());
            return Status.USAGE;
        } catch (IOException e) {
            console.warn("tidemark: " + Problem.sentence(e));
            return Status.UNREADABLE;
        }
    }

    /** All options and arguments, for what tells of them. */
    public final CommandSpec spec() {
        return Arguments.spec(options());
    }

    /** The end of a sentence that says what is missing. */
    protected final String seeHelp() {
        return "; tidemark " + name() + " -h explains all)";
    }
}
