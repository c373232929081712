package io.tidemark.cli.pprof;

import io.tidemark.analysis.report.ReportException;
import io.tidemark.analysis.view.View;
import io.tidemark.cli.code.LocalCode;
import io.tidemark.cli.command.CommandException;
import io.tidemark.cli.command.Generator;
import io.tidemark.cli.command.Request;
import io.tidemark.cli.command.TemporaryFiles;
import io.tidemark.cli.console.ClosedOutputException;
import io.tidemark.cli.console.Console;
import io.tidemark.cli.console.Problem;
import io.tidemark.cli.console.Stream;
import io.tidemark.cli.flag.FlagParser;
import io.tidemark.cli.flag.FlagValues;
import io.tidemark.cli.flag.UsageException;
import io.tidemark.cli.shell.EditedLines;
import io.tidemark.cli.shell.LineSource;
import io.tidemark.cli.shell.PlainLines;
import io.tidemark.cli.shell.Shell;
import io.tidemark.model.profile.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** The command {@code tidemark pprof}. */
public final class PprofCommand {
    private static final int OK = 0;
    private static final int FAILED = 2;

    private final Console console;

    public PprofCommand(Console console) {
        this.console = console;
    }

    /** Runs the command and returns the exit status. What goes wrong is told in one line on standard error. */
    public int run(List<String> arguments) {
        try (TemporaryFiles files = new TemporaryFiles()) {
            return carryOut(FlagParser.parse(Flags.all(), arguments), files);
        } catch (ClosedOutputException e) {
            return ClosedOutputException.STATUS;
        } catch (UsageException | ReportException | CommandException e) {
            return fail(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return fail(Problem.sentence(e));
        } catch (InvalidPathException e) {
            return fail(e.getInput() + ": not the name of a file (" + e.getReason() + ")");
        }
    }

    private int fail(String message) {
        console.warn("tidemark: " + message.replace('\n', ' '));
        return FAILED;
    }

    private int carryOut(FlagValues flags, TemporaryFiles files)
            throws UsageException, IOException, ReportException, CommandException {
        if (flags.asksForHelp()) {
            console.print(Help.text());
            return OK;
        }
        List<String> sources = flags.arguments();
        if (sources.isEmpty()) {
            throw new UsageException("no profile (expected a file or an address; tidemark pprof -h explains all)");
        }
        boolean hasBinary = sources.size() > 1 && Binary.is(sources.get(0));
        if (hasBinary) {
            sources = sources.subList(1, sources.size());
        }
        requireNoFlags(sources);
        String binary = hasBinary ? flags.arguments().get(0) : "";
        Invocation invocation = Invocation.of(flags, binary, sources, console::warn);
        LocalCode code = new LocalCode(console, invocation.symbols().tools());
        Profile profile = new Loading(invocation, code, console).load(files);
        Request request = invocation.request();
        if (request != null) {
            new Generator(console, code, files, false).generate(profile, request);
        } else {
            shell(profile, invocation.view(), new Generator(console, code, files, true));
        }
        return OK;
    }

    private void shell(Profile profile, View view, Generator generator) throws IOException {
        try (LineSource lines = lines(profile)) {
            new Shell(profile, view, console, generator).run(lines);
        }
    }

    /** Lines that can be edited where somebody sits at a terminal that can do it. */
    private LineSource lines(Profile profile) {
        String terminal = console.environment("TERM");
        boolean isAble = !terminal.isEmpty() && !terminal.equals("dumb");
        boolean isSeen = console.isTerminal(Stream.ERR) || console.isTerminal(Stream.OUT);
        if (isAble && isSeen && console.isTerminal(Stream.IN)) {
            try {
                return EditedLines.ofProcess(console, profile);
            } catch (IOException | LinkageError e) {
                console.say("lines can't be edited here: " + e.getMessage());
            }
        }
        return new PlainLines(console);
    }

    /** A flag after a source is read as a source; who writes one means something else, unless there is such a file. */
    private static void requireNoFlags(List<String> sources) throws UsageException {
        for (String source : sources) {
            if (source.length() > 1 && source.charAt(0) == '-' && !Files.exists(Path.of(source))) {
                throw new UsageException(source + ": a flag after a source (expected all flags before the first)");
            }
        }
    }
}
