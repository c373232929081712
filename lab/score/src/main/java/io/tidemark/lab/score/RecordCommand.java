package io.tidemark.lab.score;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Observes programs, and leaves a bundle of each. */
@Command(
        name = "record",
        description = "Starts the programs, observes them, and leaves a bundle of each. Runs that are there stay.",
        mixinStandardHelpOptions = true)
final class RecordCommand implements Callable<Integer> {
    @Mixin
    private RecordOptions options = new RecordOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        return options.record();
    }
}
