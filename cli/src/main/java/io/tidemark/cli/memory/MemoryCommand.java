package io.tidemark.cli.memory;

import io.tidemark.analysis.accounting.Accounting;
import io.tidemark.analysis.answer.Ink;
import io.tidemark.analysis.reading.Readings;
import io.tidemark.cli.console.Console;
import io.tidemark.cli.console.Status;
import io.tidemark.cli.console.Stream;
import io.tidemark.cli.flag.UsageException;
import io.tidemark.cli.observation.ByteSize;
import io.tidemark.cli.observation.Interruption;
import io.tidemark.cli.option.OptionCommand;
import io.tidemark.collect.observation.Bounds;
import io.tidemark.collect.observation.Item;
import io.tidemark.collect.observation.Observer;
import io.tidemark.collect.observation.Plan;
import io.tidemark.collect.observation.Progress;
import io.tidemark.collect.observation.TargetAddress;
import io.tidemark.collect.observation.Time;
import io.tidemark.collect.process.SystemFiles;
import io.tidemark.model.observation.Capture;
import io.tidemark.model.observation.Observation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/** The command {@code tidemark memory}. */
public final class MemoryCommand extends OptionCommand<MemoryOptions> {
    public MemoryCommand(Console console) {
        super(console);
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    protected MemoryOptions options() {
        return new MemoryOptions();
    }

    @Override
    protected String help() {
        return MemoryHelp.TEXT;
    }

    @Override
    protected int carryOut(MemoryOptions options) throws UsageException, IOException {
        String monitor = options.monitor;
        OptionalDouble shown =
                monitor == null ? OptionalDouble.empty() : OptionalDouble.of(ByteSize.parse("--monitor", monitor));
        TargetAddress target = target(options);
        Plan plan = plan(options.isCollected).within(Bounds.DEFAULT.withTimeout(options.target.timeout()));
        Observer observer =
                new Observer(options.target.transport(console.environment()), SystemFiles.LIVE, Time.SYSTEM);
        List<Observation> observations;
        try (Interruption interruption = Interruption.listen()) {
            observations = observer.observe(List.of(target), plan, Progress.SILENT, interruption.cancellation());
        }
        Observation observation = observations.get(0);
        Readings readings = Readings.of(observation);
        Accounting accounting = Accounting.of(readings, shown);
        if (accounting.lines().isEmpty()) {
            console.warn("tidemark: " + target + ": " + reason(observation));
            return Status.UNREADABLE;
        }
        print(options, new Account(readings, accounting, shown));
        return Status.OK;
    }

    private void print(MemoryOptions options, Account account) throws IOException {
        if (options.format == AccountFormat.JSON) {
            account.write(console.out());
            return;
        }
        Ink ink = console.hasColours(Stream.OUT) ? Ink.ANSI : Ink.PLAIN;
        console.print(String.join("\n", account.lines(ink, console.width(Stream.OUT))) + "\n");
    }

    /**
     * Everything once, and then what must fit together: Linux gathers the statistics of a control group every two seconds,
     * and they are behind where anything grows, as this program does while it starts.
     */
    private static Plan plan(boolean isCollected) {
        List<Item> counters = List.of(Item.CGROUP, Item.PROCESS, Item.COUNTERS, Item.NEIGHBOURS);
        Item heap = isCollected ? Item.HEAP_COLLECTED : Item.HEAP;
        List<Item> all =
                List.of(Item.CGROUP, Item.PROCESS, Item.PAGES, heap, Item.COUNTERS, Item.GOROUTINES, Item.NEIGHBOURS);
        return new Plan(
                List.of(
                        new Plan.Round(Duration.ZERO, all),
                        new Plan.Round(Duration.ofMillis(700), counters),
                        new Plan.Round(Duration.ofMillis(1400), counters),
                        new Plan.Round(Duration.ofMillis(2100), counters)),
                Bounds.DEFAULT);
    }

    private TargetAddress target(MemoryOptions options) throws UsageException {
        if (options.urls.size() > 1) {
            throw new UsageException(options.urls.get(1) + ": a second target (expected one)");
        }
        List<TargetAddress> targets = options.target.live(options.urls);
        if (targets.isEmpty()) {
            throw new UsageException("no target (expected an address such as HOST:6060, --pid or --cgroup" + seeHelp());
        }
        return targets.get(0);
    }

    private static String reason(Observation observation) {
        return observation.captures().stream()
                .filter(Capture::isFailed)
                .map(Capture::problem)
                .findFirst()
                .orElseGet(() -> observation.notes().isEmpty()
                        ? "nothing that has a size could be read"
                        : observation.notes().get(0));
    }
}
