package io.tidemark.collect.jfr;

import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.MalformedProfileException;
import java.util.Locale;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedObject;
import org.jspecify.annotations.Nullable;

/** Takes from each event what a sample is made of; this is the table of the kinds of events that are understood. */
final class Events {
    /** What threads park on while they wait for another one, and not for work. */
    private static final Pattern LOCK =
            Pattern.compile("java\\.util\\.concurrent\\.(locks\\.(Reentrant|StampedLock)|Semaphore).*");

    private final Settings settings;
    private final Stacks stacks;
    private final Tally tally;
    private final Threads threads = new Threads();

    Events(Settings settings, Stacks stacks, Tally tally) {
        this.settings = settings;
        this.stacks = stacks;
        this.tally = tally;
    }

    void add(RecordedEvent event) throws MalformedProfileException {
        switch (event.getEventType().getName()) {
            case "jdk.ActiveSetting" -> settings.add(event);
            case "jdk.ExecutionSample" -> execution(event);
            case "jdk.CPUTimeSample" -> cpuTime(event);
            case "jdk.NativeMethodSample" -> waiting(Family.NATIVE, event, 1);
            case "profiler.WallClockSample" -> waiting(Family.WALL, event, event.getLong("samples"));
            case "jdk.ObjectAllocationInNewTLAB" -> allocation(event, event.getLong("tlabSize"));
            case "jdk.ObjectAllocationOutsideTLAB" -> allocation(event, event.getLong("allocationSize"));
            case "jdk.ObjectAllocationSample" -> allocationSample(event);
            case "profiler.LiveObject" -> liveObject(event);
            case "jdk.OldObjectSample" -> oldObject(event);
            case "jdk.JavaMonitorEnter" -> contention(event, event.getClass("monitorClass"));
            case "jdk.ThreadPark" -> park(event);
            default -> {} // of which there are many
        }
    }

    private void execution(RecordedEvent event) throws MalformedProfileException {
        Stack stack = stacks.of(event.getStackTrace());
        LabelSet.Builder labels = labels(event, "sampledThread");
        if (settings.isWallOnly()) {
            label(labels, "state", state(event));
        } else {
            label(labels, "frame_type", stack.leafType());
        }
        tally.add(Family.CPU, stack, labels.build(), 1, 0);
    }

    private void cpuTime(RecordedEvent event) throws MalformedProfileException {
        Stack stack = stacks.of(event.getStackTrace());
        LabelSet.Builder labels = labels(event, "eventThread");
        label(labels, "frame_type", stack.leafType());
        tally.add(
                Family.CPU_TIME,
                stack,
                labels.build(),
                1,
                event.getDuration("samplingPeriod").toNanos());
    }

    private void waiting(Family family, RecordedEvent event, long samples) throws MalformedProfileException {
        LabelSet.Builder labels = labels(event, "sampledThread");
        label(labels, "state", state(event));
        tally.add(family, stacks.of(event.getStackTrace()), labels.build(), samples, 0);
    }

    private void allocation(RecordedEvent event, long bytes) throws MalformedProfileException {
        long size = Math.max(event.getLong("allocationSize"), 1);
        tally.add(
                Family.ALLOCATION, stacks.of(event.getStackTrace()), ofClass(event), Math.max(bytes / size, 1), bytes);
    }

    private void allocationSample(RecordedEvent event) throws MalformedProfileException {
        tally.add(
                Family.ALLOCATION_SAMPLE, stacks.of(event.getStackTrace()), ofClass(event), 1, event.getLong("weight"));
    }

    /** An object of a size is sampled with the probability 1 - exp(-size / interval), and stands for as many as that. */
    private void liveObject(RecordedEvent event) throws MalformedProfileException {
        long size = event.getLong("allocationSize");
        double scale = -1 / Math.expm1(-(double) Math.max(size, 1) / settings.allocationInterval());
        tally.add(
                Family.LIVE,
                stacks.of(event.getStackTrace()),
                ofClass(event),
                Math.round(scale),
                Math.round(scale * size));
    }

    private void oldObject(RecordedEvent event) throws MalformedProfileException {
        LabelSet.Builder labels = labels(event, "eventThread");
        RecordedObject object = event.getValue("object");
        label(labels, "class", object == null ? "" : className(object.getClass("type")));
        label(labels, "root", root(event.getValue("root")));
        if (event.hasField("objectAge")) {
            labels.number("age", event.getDuration("objectAge").toSeconds(), "seconds");
        }
        if (event.hasField("arrayElements") && event.getInt("arrayElements") > 0) {
            labels.number("elements", event.getInt("arrayElements"), "");
        }
        long size = event.hasField("objectSize") ? event.getLong("objectSize") : 0;
        tally.add(Family.OLD, stacks.of(event.getStackTrace()), labels.build(), 1, size);
    }

    /** {@code Threads: Stack Variable main}, in the words of the JDK. */
    private static String root(@Nullable RecordedObject root) {
        if (root == null) {
            return "";
        }
        String description = root.getString("description");
        return root.getString("system") + ": " + root.getString("type")
                + (description == null || description.isEmpty() ? "" : " " + description);
    }

    private void park(RecordedEvent event) throws MalformedProfileException {
        RecordedClass parked = event.getClass("parkedClass");
        if (parked != null && LOCK.matcher(String.valueOf(parked.getName())).matches()) {
            contention(event, parked);
        }
    }

    private void contention(RecordedEvent event, @Nullable RecordedClass lock) throws MalformedProfileException {
        LabelSet.Builder labels = labels(event, "eventThread");
        label(labels, "lock", className(lock));
        tally.add(
                Family.CONTENTION,
                stacks.of(event.getStackTrace()),
                labels.build(),
                1,
                event.getDuration().toNanos());
    }

    private LabelSet ofClass(RecordedEvent event) {
        LabelSet.Builder labels = labels(event, "eventThread");
        label(labels, "class", className(event.getClass("objectClass")));
        return labels.build();
    }

    private LabelSet.Builder labels(RecordedEvent event, String threadField) {
        LabelSet.Builder labels = new LabelSet.Builder();
        threads.label(labels, event.getThread(threadField));
        return labels;
    }

    private static void label(LabelSet.Builder labels, String key, String value) {
        if (!value.isEmpty()) {
            labels.text(key, value);
        }
    }

    private static String className(@Nullable RecordedClass type) {
        String name = type == null ? null : type.getName();
        return name == null ? "" : ClassNames.readable(name);
    }

    /** {@code sleeping} for {@code STATE_SLEEPING}. */
    private static String state(RecordedEvent event) {
        String state = event.getString("state");
        return state == null ? "" : state.replaceFirst("^STATE_", "").toLowerCase(Locale.ROOT);
    }
}
