package io.tidemark.lab.score.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidemark.collect.bundle.Bundle;
import io.tidemark.collect.bundle.BundleLimits;
import io.tidemark.model.observation.Observation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * What is known of a run beside its bundle.
 *
 * @param rate slow, medium or fast
 * @param seed of all that the program drew by lot
 */
public record Run(String program, String rate, long seed, boolean noise, Load load, Cost cost) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUFFIX = ".json";

    /**
     * What happened to the program while it was observed.
     *
     * @param capped which limit has ended the load; empty for none
     */
    public record Load(long events, double seconds, String capped) {
        public double eventsPerMinute() {
            return events / seconds * 60;
        }
    }

    /**
     * What the observation cost.
     *
     * @param seconds how long it took
     * @param processors how many processors the program used on average
     * @param processorsBefore the same in some seconds before
     */
    public record Cost(double seconds, double processors, double processorsBefore) {
        /** How many processors more the program used, as far as that can be told from two times. */
        public double processorsMore() {
            return processors - processorsBefore;
        }
    }

    /** The name of its files. */
    public String name() {
        return name(program, rate, noise, seed);
    }

    /** Such as {@code churn.medium.1}, or {@code churn.medium.noise.1}. */
    static String name(String program, String rate, boolean noise, long seed) {
        return program + "." + rate + (noise ? ".noise." : ".") + seed;
    }

    /** What was seen of the program. The bundle may be packed by {@code lab/score/pack}, and is half as large then. */
    public Observation observation(Path directory) throws IOException {
        Path bundle = bundle(directory, name());
        Path packed = directory.resolve(bundle.getFileName() + ".gz");
        if (!Files.exists(packed)) {
            return Bundle.read(bundle).get(0);
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
            return Bundle.read(in, BundleLimits.DEFAULT).get(0);
        }
    }

    /** Where the bundle of a run is. */
    static Path bundle(Path directory, String name) {
        return directory.resolve(name + ".zip");
    }

    private static Path file(Path directory, String name) {
        return directory.resolve(name + SUFFIX);
    }

    /** Whether a run is there. */
    static boolean exists(Path directory, String name) {
        return Files.exists(file(directory, name));
    }

    /** All runs in a directory. */
    public static List<Run> readAll(Path directory) throws IOException {
        List<Run> runs = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(SUFFIX)) {
                    runs.add(read(file));
                }
            }
        }
        return runs;
    }

    private static Run read(Path file) throws IOException {
        try {
            return JSON.readValue(file.toFile(), Run.class);
        } catch (JsonProcessingException e) {
            throw new IOException(file + ": no run: " + e.getOriginalMessage(), e);
        }
    }

    void write(Path directory) throws IOException {
        JSON.writerWithDefaultPrettyPrinter().writeValue(file(directory, name()).toFile(), this);
    }
}
