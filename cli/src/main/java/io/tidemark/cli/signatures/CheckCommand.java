package io.tidemark.cli.signatures;

import io.tidemark.analysis.diagnosis.Lineup;
import io.tidemark.analysis.reading.Readings;
import io.tidemark.analysis.signature.Catalogue;
import io.tidemark.analysis.signature.MalformedSignatureException;
import io.tidemark.analysis.signature.Signature;
import io.tidemark.cli.console.Console;
import io.tidemark.cli.console.Status;
import io.tidemark.cli.console.Stream;
import io.tidemark.cli.flag.UsageException;
import io.tidemark.cli.option.OptionCommand;
import io.tidemark.collect.recorded.Observations;
import io.tidemark.model.observation.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The command {@code tidemark signatures check}. */
final class CheckCommand extends OptionCommand<CheckOptions> {
    private static final String HELP = """
            Usage:
              tidemark signatures check [FLAG]... FILE | DIRECTORY...

            Checks signatures of your own: all that is wrong with them, each with its file
            and line. With --against they are tried on what was observed: what each looks
            like, which guard says it is something else, and whether another signature is
            the better name. Everything observed is asked, also what does not grow.

            Examples:
              tidemark signatures check my/signatures
                  all files of a directory
              tidemark signatures check queue.yaml --against incident.zip
                  on what tidemark record wrote
              tidemark signatures check queue.yaml \\
                      --against heap-before.pb.gz --against heap-after.pb.gz
                  on two heap profiles

            Flags:
            @OPTIONS@

            Exit status: 0 all is right, 1 something is wrong with a signature, or it names
            nothing in what it was tried on, 2 bad usage, 3 a file that could not be read.
            """;

    CheckCommand(Console console) {
        super(console);
    }

    @Override
    public String name() {
        return "signatures check";
    }

    @Override
    protected CheckOptions options() {
        return new CheckOptions();
    }

    @Override
    protected String help() {
        return HELP;
    }

    @Override
    protected int carryOut(CheckOptions options) throws UsageException, IOException {
        if (options.files.isEmpty()) {
            throw new UsageException("signatures check: no file (expected a .yaml file or a directory" + seeHelp());
        }
        Map<String, String> texts = SignatureFiles.read(options.files);
        Catalogue builtIn = Catalogue.builtIn();
        List<Signature> own;
        try {
            own = Catalogue.empty().with(texts).signatures();
        } catch (MalformedSignatureException e) {
            console.print(Console.legible(e.getMessage() + "\n"));
            return Status.FOUND;
        }
        StringBuilder text = new StringBuilder();
        Iterator<String> files = texts.keySet().iterator();
        for (Signature signature : own) {
            boolean isKnown = builtIn.signature(signature.id()).isPresent();
            text.append(files.next()).append(": ").append(signature.id());
            text.append(isKnown ? ", in place of the built-in one\n" : "\n");
        }
        console.print(Console.legible(text.toString()));
        return options.against.isEmpty() ? Status.OK : tried(own, builtIn.with(texts), options.against);
    }

    /** Tries signatures on observations, and returns whether each names something there. */
    private int tried(List<Signature> own, Catalogue catalogue, List<Path> against) throws UsageException, IOException {
        boolean isNamed = true;
        for (Observation observation : observations(against)) {
            List<Lineup.Entry> lineup = Lineup.of(Readings.of(observation), catalogue);
            for (Signature signature : own) {
                Trial trial = Trial.of(signature, lineup);
                console.print(Console.legible("\n" + String.join("\n", trial.lines(console.width(Stream.OUT))) + "\n"));
                isNamed &= trial.isNamed();
            }
        }
        return isNamed ? Status.OK : Status.FOUND;
    }

    private List<Observation> observations(List<Path> files) throws UsageException, IOException {
        for (Path file : files) {
            if (!Files.exists(file)) {
                throw new NoSuchFileException(file.toString());
            }
        }
        try {
            Observations.Opened opened =
                    Observations.open(files.stream().map(Path::toString).toList());
            Observations.Past past = (Observations.Past) opened; // as all of them are files
            past.notes().forEach(console::say);
            return past.observations();
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
