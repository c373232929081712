package io.tidemark.analysis.reading;

import io.tidemark.model.observation.Capture;
import io.tidemark.model.observation.Observation;
import io.tidemark.model.observation.Target;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Observations made by hand. */
public final class Recorded {
    private final List<Capture> captures = new ArrayList<>();

    /** Adds a text that was got without forcing a collection. */
    public Recorded with(String name, int round, double second, String content) {
        return with(name, round, second, false, content.getBytes(StandardCharsets.UTF_8));
    }

    public Recorded with(String name, int round, double second, boolean isCollected, byte[] content) {
        captures.add(Capture.of(name, round, at(second), isCollected, content));
        return this;
    }

    public Recorded failed(String name, int round, double second, String problem) {
        captures.add(Capture.failed(name, round, at(second), problem));
        return this;
    }

    public Readings read() {
        return Readings.of(observation());
    }

    public Observation observation() {
        Target target = new Target("http://127.0.0.1:6060", 4711, "/demo", "go1.26.1", "demo");
        return new Observation(target, Instant.EPOCH, Duration.ofSeconds(60), captures, List.of());
    }

    /** The page of a Go program with a heap of so many bytes alive and so many objects of 256 bytes. */
    public static String vars(long heapAlloc, long objects, long collections) {
        return """
                {
                "cmdline": ["demo"],
                "memstats": {"Alloc":%1$d,"TotalAlloc":%4$d,"Sys":40000000,"Lookups":0,"Mallocs":5000,"Frees":4000,\
                "HeapAlloc":%1$d,"HeapSys":30000000,"HeapIdle":8000000,"HeapInuse":22000000,"HeapReleased":5000000,\
                "HeapObjects":1000,"StackInuse":2000000,"StackSys":2000000,"MSpanInuse":1,"MSpanSys":1000000,\
                "MCacheInuse":1,"MCacheSys":15000,"BuckHashSys":1500000,"GCSys":4000000,"OtherSys":1485000,\
                "NextGC":44000000,"LastGC":1790000000000000000,"PauseTotalNs":1000000,"PauseNs":[1,2],"PauseEnd":[3],\
                "NumGC":%3$d,"NumForcedGC":%3$d,"GCCPUFraction":0.002,"EnableGC":true,"DebugGC":false,\
                "BySize":[{"Size":0,"Mallocs":0,"Frees":0},{"Size":256,"Mallocs":%2$d,"Frees":100}]},
                "requests": 17
                }
                """.formatted(heapAlloc, objects + 100, collections, 1_000_000 + collections);
    }

    private static Duration at(double second) {
        return Duration.ofNanos((long) (second * 1e9));
    }
}
