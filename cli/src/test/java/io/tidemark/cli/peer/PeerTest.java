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
    private Path directory;

    @BeforeAll
    static void timesAreInUtc() {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }

    @Test
    void randomQuestions_haveTheSameAnswers() throws IOException {
        assumeTrue(Peer.isInstalled(), "needs Go, for the real pprof and for a program to profile");
        Path program = directory.resolve("program");
        assertThat(Peer.run(List.of("go", "build", "-o", program.toString(), "."), PROGRAM)
                        .ok())
                .as("go build in %s", PROGRAM)
                .isTrue();
        Path profiles = Files.createDirectory(directory.resolve("profiles"));
        assertThat(Peer.run(List.of(program.toString(), "-out", profiles.toString(), "-seconds", "0.5"), directory)
                        .ok())
                .isTrue();

        long seed = Long.getLong("peer.seed", System.nanoTime() % 1_000_000);
        int cases = Integer.getInteger("peer.cases", 150);
        System.out.println("PeerTest: " + cases + " questions of seed " + seed);
        assertThat(differences(profiles, new Random(seed), cases))
                .as("of seed %d", seed)
                .isEmpty();
    }

    private List<String> differences(Path profiles, Random random, int cases) throws IOException {
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
