package io.tidemark.cli.option;

import io.tidemark.cli.flag.Nearest;
import io.tidemark.cli.flag.UsageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Fills an object with annotations of picocli from a command line, and says what is wrong in our own words. */
final class Arguments {
    private Arguments() {}

    /** The options of an object, and {@code --help}. */
    static CommandSpec spec(Object options) {
        CommandSpec spec = CommandSpec.forAnnotatedObject(options);
        spec.addOption(OptionSpec.builder("--help", "-help", "-h")
                .usageHelp(true)
                .arity("0")
                .description("This text")
                .build());
        return spec;
    }

    /**
     * Reads a command line. Options and other arguments may stand in any order.
     *
     * @param options an object with options; it is filled
     * @return whether there is something to do; otherwise help is asked for
     * @throws UsageException when the command line can't be understood
     */
    static boolean read(Object options, List<String> arguments) throws UsageException {
        CommandLine line = new CommandLine(spec(options));
        try {
            ParseResult result = line.parseArgs(arguments.toArray(String[]::new));
            for (ArgSpec argument : result.matchedPositionals()) {
                if (argument.originalStringValues().contains("")) {
                    throw new UsageException("an argument is empty (a variable that is not set?)");
                }
            }
            return !result.isUsageHelpRequested();
        } catch (UnmatchedArgumentException e) {
            throw new UsageException(unknown(e.getUnmatched().get(0), line));
        } catch (OverwrittenOptionException e) {
            throw new UsageException(name(e.getOverwritten()) + " is given twice");
        } catch (MissingParameterException e) {
            throw new UsageException(
                    name(e.getMissing().isEmpty() ? null : e.getMissing().get(0)) + " needs a value");
        } catch (ParameterException e) {
            ArgSpec spec = e.getArgSpec();
            throw new UsageException(spec == null ? unwanted(arguments, line) : name(spec) + ": " + reason(e, spec));
        }
    }

    /** Of all that can be wrong without picocli saying where, a value for a flag that has none is what is left. */
    private static String unwanted(List<String> arguments, CommandLine line) {
        for (String argument : arguments) {
            OptionSpec spec = line.getCommandSpec().findOption(argument.split("=", 2)[0]);
            if (spec != null && spec.arity().max() == 0 && argument.contains("=")) {
                return argument + ": a value (expected " + spec.longestName() + " alone)";
            }
        }
        return "the command line can't be understood";
    }

    private static String unknown(String argument, CommandLine line) {
        if (!argument.startsWith("-")) {
            return argument + ": one argument too many";
        }
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

    /** Our own types say what they expect; the others are paths, switches and numbers. */
    private static String reason(ParameterException e, ArgSpec spec) {
        String message =
                e.getCause() instanceof TypeConversionException cause ? String.valueOf(cause.getMessage()) : "";
        if (message.contains("(expected ")) {
            return message;
        }
        Class<?> type = spec.auxiliaryTypes()[0];
        String expected = type == Path.class ? "the name of a file" : type == boolean.class ? "no value" : "a number";
        return e.getValue() + " (expected " + expected + ")";
    }
}
