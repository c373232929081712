package io.tidemark.collect.observation;

import io.tidemark.collect.http.Transport;
import io.tidemark.collect.process.SystemFiles;
import io.tidemark.model.observation.Capture;
import io.tidemark.model.observation.CaptureName;
import io.tidemark.model.observation.Target;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The observation of one target, from its beginning to its end. One thread does it; another one may end it, when a server
 * lets the first one wait.
 */
final class Visit {
    private final int number;
    private final TargetAddress address;
    private final Plan plan;
    private final Sink sink;
    private final Progress progress;
    private final Cancellation cancellation;
    private final Transport transport;
    private final SystemFiles system;
    private final Time time;

    private final List<String> notes = new ArrayList<>(); // this and what follows is guarded by this
    private Target target;
    private long began; // nanoseconds of the clock
    private Optional<Batch> current = Optional.empty();
    private boolean hasBegun;
    private boolean hasEnded;
    private boolean hasAnything;
    private Duration lastAnswer = Duration.ZERO;
    private String silence = ""; // why there was no answer in the last round, when there was none
    private boolean hasReason;
    private long bytes;

    /** What all visits have in common. */
    record Setting(Plan plan, Sink sink, Progress progress, Cancellation cancellation, Observer.Outside outside) {}

    Visit(int number, TargetAddress address, Setting setting) {
        this.number = number;
        this.address = address;
        this.plan = setting.plan();
        this.sink = setting.sink();
        this.progress = setting.progress();
        this.cancellation = setting.cancellation();
        this.transport = setting.outside().transport();
        this.system = setting.outside().system();
        this.time = setting.outside().time();
        this.target = new Target(
                address.base().map(Object::toString).orElse(""),
                address.pid().orElse(0),
                address.cgroup().orElse(""),
                "",
                "");
        this.began = time.nanos();
    }

    /** Observes, and returns when it is over. */
    void run() throws IOException {
        begin(new Target(target.url(), target.pid(), target.cgroup(), "", ""));
        Discovery discovery = new Discovery(transport, system, plan.bounds().timeout(), this::note);
        Discovery.Found found = discovery.find(address);
        know(found);
        Gathering gathering = new Gathering(
                found.machine(),
                found.base().map(base -> new Endpoints(transport, base, plan.bounds())),
                plan.bounds(),
                time,
                this::note,
                item -> progress.gathering(number, item));
        restart();
        int next = 0;
        while (next < plan.rounds().size()) {
            time.sleep(plan.rounds().get(next).at().minus(elapsed()), cancellation);
            if (cancellation.isCancelled()) {
                note("ended after " + seconds(elapsed()) + " of " + seconds(plan.length()) + " by the user");
                break;
            }
            SortedSet<Item> items = new TreeSet<>();
            int first = next;
            do {
                items.addAll(plan.rounds().get(next).items());
                next++;
            } while (next < plan.rounds().size() && plan.rounds().get(next).at().compareTo(elapsed()) <= 0);
            if (next - first > 1) {
                noteOnce("some rounds came late, as answers took too long");
            }
            if (gathering.machine().hasEnded() && address.pid().isEmpty()) {
                discovery.processAgain(address).ifPresent(gathering::continueWith);
            }
            Optional<String> reason = round(first, items, gathering);
            if (reason.isPresent()) {
                endEarly(reason.get());
                break;
            }
        }
        end();
    }

    /** Gathers a round. Returns why it is the last one, if it is. */
    private Optional<String> round(int round, SortedSet<Item> items, Gathering gathering) throws IOException {
        Batch batch = new Batch(round, this::elapsed, capture -> progress.captured(number, capture));
        synchronized (this) {
            current = Optional.of(batch);
        }
        gathering.gather(items, batch, cancellation);
        deliver(batch);
        progress.waiting(number, elapsed());
        if (!hasAnything()) {
            return Optional.of("nothing could be read");
        }
        return gathering.strain().or(this::excess).or(() -> end(gathering.machine()));
    }

    /** A process that was named by its number does not come back. */
    private Optional<String> end(Machine machine) {
        return machine.hasEnded() && address.pid().isPresent()
                ? Optional.of("process " + address.pid().getAsLong() + " has ended")
                : Optional.empty();
    }

    private synchronized Optional<String> excess() {
        long most = plan.bounds().totalBytes();
        return bytes < most
                ? Optional.empty()
                : Optional.of("there are more than " + (most >> 20) + " MiB of answers, which is the limit");
    }

    private synchronized boolean hasAnything() {
        return hasAnything;
    }

    private synchronized void begin(Target what) {
        target = what;
    }

    /** Adds what was found out to what the user named. */
    private synchronized void know(Discovery.Found found) {
        target = new Target(
                found.base().map(Object::toString).orElse(target.url()),
                found.machine().process().map(process -> process.pid()).orElse(target.pid()),
                found.machine().group().map(group -> group.path()).orElse(target.cgroup()),
                found.runtime(),
                found.command());
    }

    private synchronized void restart() throws IOException {
        if (hasEnded) {
            return;
        }
        began = time.nanos();
        hasBegun = true;
        Instant start = time.now().truncatedTo(ChronoUnit.MILLIS);
        sink.began(number, target, start);
        progress.began(number, target, plan);
    }

    private synchronized void deliver(Batch batch) throws IOException {
        current = Optional.empty();
        List<Capture> captures = batch.captures();
        if (hasEnded || captures.isEmpty()) {
            return;
        }
        for (Capture capture : captures) {
            bytes += capture.size();
            hasAnything |= !capture.isFailed();
        }
        listen(captures);
        sink.captured(number, captures);
    }

    /** Notes when the target was heard of last. Its control group may well be there after its end. */
    private void listen(List<Capture> captures) {
        List<Capture> own = captures.stream()
                .filter(capture -> !capture.name().startsWith(CaptureName.CGROUP))
                .toList();
        if (own.stream().anyMatch(capture -> !capture.isFailed())) {
            lastAnswer = elapsed();
            silence = "";
        } else if (silence.isEmpty()) {
            silence = own.stream().map(Capture::problem).findFirst().orElse("");
        }
    }

    /** Ends with what there is. Whatever comes after that is dropped. */
    synchronized void end() throws IOException {
        if (hasEnded) {
            return;
        }
        if (!hasBegun) {
            restart();
        }
        if (current.isPresent()) {
            deliver(current.get());
        }
        Duration length = elapsed();
        if (hasAnything && !silence.isEmpty()) {
            if (!hasReason) {
                note("nothing was heard of the target after " + seconds(lastAnswer) + ": " + silence);
            }
            length = lastAnswer; // nothing can be said of the rest
        }
        hasEnded = true;
        sink.ended(number, target, length, notes);
        progress.ended(number, length);
    }

    private synchronized void endEarly(String reason) {
        hasReason = true;
        note("ended after " + seconds(elapsed()) + " of " + seconds(plan.length()) + ", as " + reason);
    }

    private synchronized void note(String sentence) {
        if (!hasEnded) {
            notes.add(sentence);
            progress.noted(number, sentence);
        }
    }

    private synchronized void noteOnce(String sentence) {
        if (!notes.contains(sentence)) {
            note(sentence);
        }
    }

    private synchronized Duration elapsed() {
        return Duration.ofNanos(time.nanos() - began).truncatedTo(ChronoUnit.MILLIS);
    }

    private static String seconds(Duration time) {
        return time.toSeconds() + " s";
    }
}
