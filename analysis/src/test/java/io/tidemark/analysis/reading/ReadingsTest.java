package io.tidemark.analysis.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analysis.signal.Signal;
import io.tidemark.model.observation.CaptureName;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Mapping;
import io.tidemark.model.profile.ProfileBuilder;
import io.tidemark.model.profile.ValueType;
import io.tidemark.model.proto.ProfileProtoWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ReadingsTest {
    private static final String HEAP = """
            heap profile: 3: 3072 [5: 5120] @ heap/1048576
            2: 2048 [3: 3072] @ 0x4a5b6c 0x4a5b00
            #	0x4a5b6b	main.leak+0x1b	/src/main.go:12
            1: 1024 [2: 2048] @ 0x4a5b6c 0x4a5c00
            #	0x4a5b6b	main.leak+0x1b	/src/main.go:12

            # runtime.MemStats
            # HeapAlloc = 3072
            # Stack = 32768 / 65536
            # NumGC = 3
            """;

    @Test
    void of_forcedCollections_areWhereTheHeapIsReadFrom() {
        Recorded recorded = new Recorded();
        for (int round = 0; round < 6; round++) {
            boolean isCollected = round % 2 == 0;
            long heap = isCollected ? 20_000_000 + round * 1_000_000 : 30_000_000;
            recorded.with(CaptureName.HEAP, round, round * 5, isCollected, HEAP.getBytes(StandardCharsets.UTF_8));
            recorded.with(CaptureName.VARS, round, round * 5 + 0.1, Recorded.vars(heap, 400 + round * 10, 3 + round));
        }
        Readings readings = recorded.read();
        assertThat(readings.liveHeap()).isEqualTo(LiveHeap.GOAL); // five values, of the forced ones only three
        assertThat(readings.signals().series(Signal.HEAP_ALLOC).values())
                .containsExactly(20_000_000, 22_000_000, 24_000_000);
        assertThat(readings.signals().series(Signal.COLLECTIONS).size()).isEqualTo(6);
        assertThat(readings.sizes()).hasSize(1);
        assertThat(readings.sizes().get(0).objects().values()).containsExactly(400, 420, 440);
        assertThat(readings.heaps()).hasSize(6);
        assertThat(readings.heaps().get(2).collected()).isTrue();
        assertThat(readings.heaps().get(2).collections()).isEqualTo(5);
        assertThat(readings.notes()).isEmpty();
    }

    @Test
    void of_restart_keepsTheLastSegment() {
        Recorded recorded = new Recorded();
        recorded.with(CaptureName.VARS, 0, 0, Recorded.vars(9_000_000, 9, 90));
        recorded.with(CaptureName.VARS, 1, 5, Recorded.vars(9_000_000, 9, 91));
        recorded.with(CaptureName.VARS, 2, 10, Recorded.vars(1_000_000, 1, 1));
        recorded.with(CaptureName.VARS, 3, 15, Recorded.vars(2_000_000, 2, 2));
        Readings readings = recorded.read();
        assertThat(readings.signals().series(Signal.HEAP_ALLOC).values()).containsExactly(1_000_000, 2_000_000);
        assertThat(readings.notes()).singleElement().asString().contains("restarted 10 s");
    }

    @Test
    void of_anotherProgram_isAnotherSegment_thoughItsCountersAreLarger() throws IOException {
        Recorded recorded = new Recorded();
        recorded.with(CaptureName.ALLOCS, 0, 0, false, heap("/bin/old", 1000));
        recorded.with(CaptureName.HEAP, 0, 0, false, heap("/bin/old", 1000));
        recorded.with(CaptureName.HEAP, 1, 10, false, heap("/bin/old", 2000));
        recorded.with(CaptureName.HEAP, 2, 20, false, heap("/bin/new", 9000));
        recorded.with(CaptureName.HEAP, 3, 30, false, heap("/bin/new", 9500));
        recorded.with(CaptureName.ALLOCS, 3, 30, false, heap("/bin/new", 9500)); // the same change, seen later
        Readings readings = recorded.read();
        assertThat(readings.heaps()).hasSize(2);
        assertThat(readings.seconds()).isEqualTo(40);
        assertThat(readings.notes()).singleElement().asString().contains("restarted 20 s");
    }

    @Test
    void of_allocationsThatBecomeLess_isAnotherSegment() throws IOException {
        Recorded recorded = new Recorded();
        recorded.with(CaptureName.HEAP, 0, 0, false, heap("/bin/it", 2000));
        recorded.with(CaptureName.HEAP, 1, 10, false, heap("/bin/it", 1000));
        assertThat(recorded.read().heaps()).hasSize(1);
    }

    /** A heap profile of a program that has allocated so many bytes, of which all are in use. */
    private static byte[] heap(String binary, long bytes) throws IOException {
        ProfileBuilder builder = new ProfileBuilder(List.of(
                new ValueType("alloc_objects", "count"),
                new ValueType("alloc_space", "bytes"),
                new ValueType("inuse_objects", "count"),
                new ValueType("inuse_space", "bytes")));
        builder.mapping(new Mapping(1, 0x1000, 0x2000, 0, binary, "", Mapping.Symbols.NONE));
        builder.sample(LabelSet.EMPTY, new int[] {builder.location("main.f", "main.go", 1)}, 1, bytes, 1, bytes);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ProfileProtoWriter.writeUncompressed(builder.build(), out);
        return out.toByteArray();
    }

    @Test
    void of_theSameProblemEverywhere_isOneNote() {
        Recorded recorded = new Recorded();
        for (String name : List.of(
                CaptureName.HEAP, CaptureName.ALLOCS, CaptureName.GOROUTINES, CaptureName.BLOCK, CaptureName.MUTEX)) {
            recorded.failed(name, 0, 0, "server response: 403 Forbidden");
        }
        recorded.failed(CaptureName.GOROUTINE_LEAK, 0, 0, "server response: 404 Not Found");
        assertThat(recorded.read().notes())
                .containsExactly("debug/pprof/heap, debug/pprof/allocs, debug/pprof/goroutine and 2 more:"
                        + " server response: 403 Forbidden");
    }

    @Test
    void of_brokenCaptures_becomeNotes() throws IOException {
        byte[] packed = gzip(HEAP);
        Recorded recorded = new Recorded();
        recorded.with(CaptureName.HEAP, 0, 0, true, packed);
        recorded.with(CaptureName.HEAP, 1, 5, true, Arrays.copyOf(packed, packed.length / 2));
        recorded.with(CaptureName.GOROUTINES, 1, 5, "<!DOCTYPE html><html>Please log in</html>");
        recorded.with(CaptureName.GOROUTINES, 2, 9, "<!DOCTYPE html><html>Please log in</html>");
        recorded.with(CaptureName.VARS, 1, 5, "{\"memstats\": {\"HeapAlloc\": \"x\"}}");
        recorded.with(CaptureName.METRICS, 1, 5, "404 page not found\n");
        recorded.with(CaptureName.PROC_STATUS, 1, 5, "VmRSS:\tmuch kB\n");
        recorded.failed(CaptureName.ALLOCS, 1, 5, "timed out after 10 s");
        Readings readings = recorded.read();
        assertThat(readings.heaps()).hasSize(1);
        assertThat(readings.memStats()).as("the comments of the heap profile").hasSize(1);
        assertThat(readings.notes()).hasSize(6).anySatisfy(note -> assertThat(note)
                .startsWith("debug/pprof/goroutine: the input is an HTML page")
                .endsWith("(and once more)"));
    }

    @Test
    void of_process_countsDescriptorsAndConnections() {
        Recorded recorded = new Recorded();
        recorded.with(
                CaptureName.PROC_STATUS, 0, 0, "Name:\tdemo\nPid:\t4711\nVmRSS:\t 40000 kB\nRssAnon:\t 34000 kB\n");
        recorded.with(CaptureName.PROC_FD, 0, 0, """
                0	/dev/null
                3	socket:[11]
                4	socket:[12]
                5	socket:[13]
                6	/opt/logs/a.log (deleted)
                7	anon_inode:inotify
                8	pipe:[99]
                """);
        recorded.with(CaptureName.PROC_TCP, 0, 0, """
                  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
                   0: 0100007F:17AC 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 11 1 0
                   1: 0100007F:17AC 0100007F:D164 01 00000000:00000000 00:00000000 00000000     0        0 12 1 0
                   2: 0100007F:D164 0100007F:17AC 01 00000000:00000000 00:00000000 00000000     0        0 77 1 0
                   3: 0100007F:8888 0100007F:0050 08 00000000:00000000 00:00000000 00000000     0        0 13 1 0
                """);
        recorded.with(CaptureName.PROC_OTHERS, 0, 0, "4712\t4711\tZ\t0\tsh\n4713\t1\tS\t4096\tsidecar\n");
        Readings readings = recorded.read();
        assertThat(readings.notes()).isEmpty();
        assertThat(last(readings, Signal.RSS)).isEqualTo(40000 * 1024);
        assertThat(last(readings, Signal.FDS)).isEqualTo(7);
        assertThat(last(readings, Signal.SOCKET_FDS)).isEqualTo(3);
        assertThat(last(readings, Signal.DELETED_FDS)).isEqualTo(1);
        assertThat(last(readings, Signal.CONNECTIONS)).isEqualTo(1);
        assertThat(last(readings, Signal.INBOUND)).isEqualTo(1);
        assertThat(last(readings, Signal.CLOSE_WAIT)).isEqualTo(1);
        assertThat(last(readings, Signal.CHILDREN)).isEqualTo(1);
        assertThat(last(readings, Signal.ZOMBIES)).isEqualTo(1);
        assertThat(last(readings, Signal.OTHER_PROCESSES)).isEqualTo(4096 * 1024);
    }

    private static double last(Readings readings, Signal signal) {
        return readings.signals().last(signal).orElseThrow();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
