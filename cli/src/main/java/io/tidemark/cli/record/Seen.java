package io.tidemark.cli.record;

import io.tidemark.cli.console.Console;
import io.tidemark.collect.observation.Sink;
import io.tidemark.collect.observation.TargetAddress;
import io.tidemark.model.observation.Capture;
import io.tidemark.model.observation.Target;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Hands on what is recorded, and remembers what could be read of each target and what could not. */
final class Seen implements Sink {
    private final Sink next;
    private final List<TargetAddress> targets;
    private final List<TreeSet<String>> present = new ArrayList<>();
    private final List<Map<String, String>> problems = new ArrayList<>();

    Seen(Sink next, List<TargetAddress> targets) {
        this.next = next;
        this.targets = targets;
        for (int i = 0; i < targets.size(); i++) {
            present.add(new TreeSet<>());
            problems.add(new TreeMap<>());
        }
    }

    @Override
    public void began(int target, Target what, Instant start) throws IOException {
        next.began(target, what, start);
    }

    @Override
    public void captured(int target, List<Capture> round) throws IOException {
        for (Capture capture : round) {
            if (capture.isFailed()) {
                problems.get(target).putIfAbsent(capture.name(), capture.problem());
            } else {
                present.get(target).add(capture.name());
            }
        }
        next.captured(target, round);
    }

    @Override
    public void ended(int target, Target what, Duration length, List<String> notes) throws IOException {
        next.ended(target, what, length, notes);
    }

    /** Whether nothing was read of any target. */
    boolean isEmpty() {
        return present.stream().allMatch(TreeSet::isEmpty);
    }

    /** Whether nothing was read of some target. */
    boolean hasUnreadable() {
        return present.stream().anyMatch(TreeSet::isEmpty);
    }

    /** Such as {@code metrics, debug/vars (not found); proc/fd (permission denied)}. */
    private static String byReason(Map<String, String> problems) {
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        problems.forEach((name, problem) ->
                reasons.computeIfAbsent(problem, reason -> new ArrayList<>()).add(name));
        List<String> parts = new ArrayList<>();
        reasons.forEach((reason, names) -> parts.add(String.join(", ", names) + " (" + reason + ")"));
        return String.join("; ", parts);
    }

    /** Says which targets could not be read, and what is missing of the others. */
    void tell(Console console) {
        for (int i = 0; i < targets.size(); i++) {
            Map<String, String> missing = problems.get(i);
            missing.keySet().removeAll(present.get(i));
            if (present.get(i).isEmpty()) {
                String reason = missing.values().stream().findFirst().orElse("nothing could be read");
                console.warn("tidemark: " + targets.get(i) + ": " + reason);
            } else if (!missing.isEmpty()) {
                console.say("Without " + byReason(missing) + (targets.size() > 1 ? " of " + targets.get(i) : ""));
            }
        }
    }
}
