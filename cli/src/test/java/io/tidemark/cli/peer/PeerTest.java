package io.tidemark.cli.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tidemark.cli.MainRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Asks the real pprof and Tidemark the same random questions about profiles that a Go program writes just now. Every run
 * asks others: the seed is printed, and {@code -Dpeer.seed=N -Dpeer.cases=N} asks them again.
 */
class PeerTest {
    private static final Path PROGRAM = Repository.file("lab/programs/go/profiles");

    @TempDir
    private static Path directory;

    private static Path profiles;

    @BeforeAll
    static void profile() throws IOException {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        assumeTrue(Peer.isInstalled(), "needs Go, for the real pprof and for a program to profile");
        Path program = directory.resolve("program");
        assertThat(Peer.run(List.of("go", "build", "-o", program.toString(), "."), PROGRAM)
                        .ok())
                .as("go build in %s", PROGRAM)
                .isTrue();
        profiles = Files.createDirectory(directory.resolve("profiles"));
        assertThat(Peer.run(List.of(program.toString(), "-out", profiles.toString(), "-seconds", "0.5"), directory)
                        .ok())
                .isTrue();
    }

    @Test
    void allFrames_isNewerThanGo() {
        List<String> question =
                List.of("-top", "-all_frames", profiles.resolve("heap.pb.gz").toString());
        MainRun run = MainRun.of(question);
        Peer.Outcome go = Peer.find().run(directory, question);
        assertThat(run.status()).isZero();
        assertThat(go).isIn(new Peer.Outcome(false, ""), new Peer.Outcome(true, run.out()));
    }

    /** Go prints instructions in its own assembler's words, without names of functions beside the lines. */
    @Test
    void disassembly_ofGo_hasOtherWords() {
        assumeTrue(Peer.run(List.of("objdump", "--version"), directory).ok(), "needs objdump");
        List<String> question =
                List.of("-disasm=main|compress", profiles.resolve("cpu.pb.gz").toString());
        MainRun run = MainRun.of(question);
        Peer.Outcome go = Peer.find().run(directory, question);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(samples(run.out())).isNotEmpty().isEqualTo(samples(go.out()));
    }

    /** Flat, cumulative and address of the instructions that have samples. */
    private static List<String> samples(String listing) {
        return listing.lines()
                .map(line -> line.strip().split("[ :]+", 4))
                .filter(columns -> columns.length == 4 && columns[2].matches("[0-9a-f]{6,}"))
                .map(columns -> columns[0] + " " + columns[1] + " " + columns[2])
                .filter(row -> !row.startsWith(". . "))
                .toList();
    }

    @Test
    void randomQuestions_haveTheSameAnswers() throws IOException {
        long seed = Long.getLong("peer.seed", System.nanoTime() % 1_000_000);
        int cases = Integer.getInteger("peer.cases", 150);
        System.out.println("PeerTest: " + cases + " questions of seed " + seed);
        assertThat(differences(new Random(seed), cases)).as("of seed %d", seed).isEmpty();
    }

    private List<String> differences(Random random, int cases) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(profiles)) {
            // pprof does not read the dumps of debug=2; Tidemark does.
            files = all.filter(file -> !file.toString().endsWith(".debug2.txt"))
                    .sorted()
                    .toList();
        }
        Peer peer = Peer.find();
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            List<String> question = Question.of(random, files.get(random.nextInt(files.size())), PROGRAM);
            String difference = difference(peer, question);
            if (!difference.isEmpty()) {
                differences.add(difference);
            }
        }
        return differences;
    }

    private String difference(Peer peer, List<String> question) {
        Peer.Outcome expected = peer.run(directory, question);
        MainRun run = MainRun.of(question);
        boolean same = expected.ok() == (run.status() == 0)
                && (!expected.ok() || expected.out().equals(run.out()));
        if (same || isUndecided(peer, question)) {
            return "";
        }
        return String.join(" ", question) + "\n--- pprof, " + (expected.ok() ? "ok" : "failed") + "\n" + expected.out()
                + "--- tidemark, status " + run.status() + "\n" + run.out() + run.err();
    }

    /** pprof walks over hash maps, and breaks some ties by chance: it may not agree with itself. */
    private boolean isUndecided(Peer peer, List<String> question) {
        Peer.Outcome first = peer.run(directory, question);
        for (int i = 0; i < 6; i++) {
            if (!peer.run(directory, question).equals(first)) {
                return true;
            }
        }
        return false;
    }
}
