package io.tidemark.cli.observation;

import io.tidemark.cli.flag.Nearest;
import io.tidemark.cli.flag.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Fills an object with annotations of picocli from a command line, and says what is wrong in our own words. */
public final class Arguments {
    private Arguments() {}

    /**
     * Parses. Options and other arguments may stand in any order.
     *
     * @param options an object with options; it is filled
     * @throws UsageException when the command line can't be understood
     */
    public static void parse(Object options, List<String> arguments) throws UsageException {
        CommandLine line = new CommandLine(options);
        try {
            line.parseArgs(arguments.toArray(String[]::new));
        } catch (UnmatchedArgumentException e) {
            throw new UsageException(unknown(e.getUnmatched().get(0), line));
        } catch (OverwrittenOptionException e) {
            throw new UsageException(name(e.getOverwritten()) + " is given twice");
        } catch (MissingParameterException e) {
            throw new UsageException(
                    name(e.getMissing().isEmpty() ? null : e.getMissing().get(0)) + " needs a value");
        } catch (ParameterException e) {
            throw new UsageException(name(e.getArgSpec()) + ": " + reason(e));
        }
    }

    private static String unknown(String argument, CommandLine line) {
        String option = argument.split("=", 2)[0];
        List<String> names = new ArrayList<>();
        for (OptionSpec spec : line.getCommandSpec().options()) {
            names.add(spec.longestName().replaceFirst("^-+", ""));
        }
        String nearest = Nearest.of(option.replaceFirst("^-+", "").toLowerCase(Locale.ROOT), names);
        return option + ": no such flag" + (nearest == null ? "" : "; did you mean --" + nearest + "?");
    }

    private static String name(@Nullable ArgSpec spec) {
        return spec instanceof OptionSpec option ? option.longestName() : "argument";
    }

    /** Our own types say what they expect; the others are numbers. */
    private static String reason(ParameterException e) {
        String message =
                e.getCause() instanceof TypeConversionException cause ? String.valueOf(cause.getMessage()) : "";
        return message.contains("(expected ") ? message : e.getValue() + " (expected a number)";
    }
}
