package io.tidemark.collect.bundle;

import io.tidemark.collect.bundle.BundleJson.Begin;
import io.tidemark.collect.bundle.BundleJson.CaptureRow;
import io.tidemark.collect.bundle.BundleJson.End;
import io.tidemark.collect.bundle.Entries.Entry;
import io.tidemark.model.observation.Capture;
import io.tidemark.model.observation.Observation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was read of one target so far. */
final class Recorded {
    private static final String UNFINISHED = "the recording was cut off; what follows the last whole round is missing";

    private final Begin begin;
    private final List<Capture> captures = new ArrayList<>();
    private Optional<End> end = Optional.empty();
    private int lastRound = -1;

    Recorded(Begin begin) {
        this.begin = begin;
    }

    /** Takes the contents of a round out of those that were read before it. */
    void add(List<CaptureRow> rows, Entry round, Map<String, byte[]> contents) throws MalformedBundleException {
        if (round.round() <= lastRound || end.isPresent()) {
            throw new MalformedBundleException(
                    "round " + round.round() + " of target " + round.target() + " comes too late");
        }
        lastRound = round.round();
        for (CaptureRow row : rows) {
            if (!row.problem().isEmpty()) {
                captures.add(Capture.failed(row.name(), lastRound, row.at(), row.problem()));
                continue;
            }
            String name = Entries.of(round.target(), lastRound, row.name());
            byte[] content = contents.remove(name);
            if (content == null) {
                throw new MalformedBundleException(
                        "no entry " + name + ", which round " + lastRound + " has according to its " + Entries.ROUND);
            }
            captures.add(Capture.of(row.name(), lastRound, row.at(), row.isCollected(), content));
        }
    }

    void end(End what) throws MalformedBundleException {
        if (end.isPresent()) {
            throw new MalformedBundleException("a second " + Entries.END + " of a target");
        }
        end = Optional.of(what);
    }

    /**
     * The observation; empty where the target was cut off before its first round.
     *
     * @param isWhole whether the file was read to its end
     */
    Optional<Observation> observation(boolean isWhole) {
        if (end.isPresent()) {
            End what = end.get();
            return Optional.of(new Observation(what.target(), begin.start(), what.length(), captures, what.notes()));
        }
        if (captures.isEmpty()) {
            return Optional.empty();
        }
        Duration last = captures.get(captures.size() - 1).at();
        List<String> notes = List.of(isWhole ? "the recording did not come to its end" : UNFINISHED);
        return Optional.of(new Observation(begin.target(), begin.start(), last, captures, notes));
    }
}
