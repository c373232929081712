package io.tidemark.collect.jfr;

import io.tidemark.model.profile.Header;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ProfileBuilder;
import io.tidemark.model.profile.ValueType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jdk.jfr.EventType;
import jdk.jfr.consumer.RecordingFile;

/** A recording that is read, and the profile that comes of it. */
final class Recording {
    private final Chunks chunks;
    private final Settings settings;
    private final Tally tally = new Tally();
    private final ProfileBuilder profile = new ProfileBuilder(List.of());
    private final boolean hasSizes; // of old objects
    private final Events events;

    private Recording(Chunks chunks, List<EventType> types, Limits limits) {
        this.chunks = chunks;
        this.settings = new Settings(types);
        this.hasSizes = types.stream()
                .anyMatch(type -> type.getName().equals(Family.OLD.event()) && type.getField("objectSize") != null);
        this.events = new Events(settings, new Stacks(profile, limits), tally);
    }

    static Profile read(Path file, Chunks chunks, Limits limits) throws IOException {
        try (RecordingFile in = new RecordingFile(file)) {
            Recording recording = new Recording(chunks, in.readEventTypes(), limits);
            while (in.hasMoreEvents()) {
                recording.events.add(in.readEvent());
            }
            return recording.toProfile();
        }
    }

    private Profile toProfile() throws MalformedProfileException {
        Set<Family> families = families();
        List<ValueType> types = new ArrayList<>();
        for (Family family : families) {
            types.addAll(types(family));
        }
        if (types.isEmpty()) {
            throw new MalformedProfileException(
                    "a JFR recording without samples of CPU, time, allocation, old objects or"
                            + " locks; record it with settings=profile");
        }
        String main = Family.BY_INTEREST.stream()
                .filter(tally.families()::contains)
                .map(this::shown)
                .filter(families::contains)
                .findFirst()
                .map(family -> types(family).get(types(family).size() - 1).type())
                .orElse("");
        profile.header(new Header(
                types,
                main,
                Header.Period.NONE,
                chunks.startNanos(),
                chunks.durationNanos(),
                comments(families),
                "",
                Header.FrameRules.NONE));
        tally.sums().forEach((key, sum) -> {
            Family family = shown(key.family());
            if (families.contains(family)) {
                long[] values = new long[types.size()];
                long[] numbers = numbers(key.family(), sum);
                System.arraycopy(
                        numbers,
                        0,
                        values,
                        types.indexOf(family.types().get(0)),
                        types(family).size());
                profile.sample(key.labels(), key.stack().locations(), values);
            }
        });
        return profile.build();
    }

    /** The families that the profile has: those with samples, and those that were looked for. */
    private Set<Family> families() {
        Set<Family> families = EnumSet.noneOf(Family.class);
        for (Family family : Family.values()) {
            if (tally.families().contains(family) || settings.isEnabled(family.event())) {
                families.add(shown(family));
            }
        }
        choose(families, Family.CPU_TIME, Family.CPU);
        choose(families, Family.ALLOCATION, Family.ALLOCATION_SAMPLE);
        return families;
    }

    /** Of two families with the same sample types the better one stays, if there is anything of it. */
    private void choose(Set<Family> families, Family better, Family other) {
        if (families.contains(better) && families.contains(other)) {
            families.remove(tally.families().contains(better) ? other : better);
        }
    }

    private Family shown(Family family) {
        return family == Family.CPU && settings.isWallOnly() ? Family.WALL : family;
    }

    private List<ValueType> types(Family family) {
        boolean one = (family == Family.CPU && !settings.isTimed()) || (family == Family.OLD && !hasSizes);
        List<ValueType> types = family.types();
        return !one ? types : types.subList(0, 1);
    }

    /** The values of a sum for the sample types of its family. */
    private long[] numbers(Family family, Tally.Sum sum) {
        return switch (family) {
            case CPU ->
                settings.isWallOnly()
                        ? new long[] {sum.count() * settings.cpuPeriod()}
                        : new long[] {sum.count(), sum.count() * settings.cpuPeriod()};
            case NATIVE -> new long[] {sum.count() * settings.nativePeriod()};
            case WALL -> new long[] {sum.count() * settings.wallPeriod()};
            case ALLOCATION_SAMPLE -> new long[] {sum.amount()};
            case CPU_TIME, ALLOCATION, LIVE, OLD, CONTENTION -> new long[] {sum.count(), sum.amount()};
        };
    }

    private List<String> comments(Set<Family> families) {
        List<String> comments = new ArrayList<>();
        if (families.contains(Family.OLD)) {
            comments.add(
                    "old_objects: of the objects that were still alive, those that the JDK kept track of, not scaled");
        }
        if (tally.families().contains(Family.LIVE)) {
            comments.add("inuse_space: estimated from sampled objects, of which async-profiler keeps 1024 at most");
        }
        if (families.contains(Family.CONTENTION)) {
            settings.threshold(Family.CONTENTION.event())
                    .ifPresent(least -> comments.add("delay: of waits that took " + least.toMillis() + " ms and more"));
        }
        return comments;
    }
}
