package io.tidemark.cli;

import io.tidemark.cli.console.Console;
import io.tidemark.cli.console.Stream;
import io.tidemark.cli.console.Surroundings;
import io.tidemark.collect.compression.ReadAhead;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * The run that the launcher records: it does what people do most, so that the classes of those
 * commands (and, from Java 25 on, what the JVM learnt about their methods) start from an archive.
 *
 * <p>A class that is not loaded here still works; it only loads more slowly.
 */
final class Training {
    /** What people type into the shell, for a command without a report. */
    private static final String SHELL = "top\no\nhelp\nfocus=main\ntop5 -cum\n:\npeek main\ntags\ntraces\nq\n";

    private Training() {}

    /** The arguments are the sort of commands, {@code profiles} or {@code programs}, and the directory of the examples. */
    public static void main(String[] args) throws IOException {
        Console.ofProcess().environment("TERM");
        Path examples = Path.of(args[1]);
        boolean isOfProfiles = args[0].equals("profiles");
        if (isOfProfiles) {
            readAhead();
        }
        for (List<String> command : isOfProfiles ? ofProfiles(examples) : ofPrograms(examples)) {
            byte[] lines = SHELL.getBytes(StandardCharsets.UTF_8);
            Console nowhere = new Console(
                    new ByteArrayInputStream(lines),
                    OutputStream.nullOutputStream(),
                    OutputStream.nullOutputStream(),
                    new Nowhere());
            new Main(nowhere).run(command.toArray(String[]::new));
        }
        System.exit(0); // as a command that fails ends, which has classes of its own
    }

    /** Reads what is larger than the examples are. */
    private static void readAhead() throws IOException {
        try (InputStream large = new ReadAhead(new ByteArrayInputStream(new byte[1 << 22]))) {
            large.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** What is done with profiles, and what is asked of Tidemark itself. */
    private static List<List<String>> ofProfiles(Path examples) {
        String heap = examples.resolve("scraper/heap-after.pb.gz").toString();
        String before = examples.resolve("scraper/heap-before.pb.gz").toString();
        String cpu = examples.resolve("scraper/cpu.pb.gz").toString();
        return List.of(
                List.of("version"),
                List.of("help"),
                List.of("pprof", "-h"),
                List.of("pprof", "-top", heap),
                List.of("pprof", "-top", "-cum", "-sample_index=alloc_space", "-focus=^main", heap),
                List.of("pprof", "-top", "-diff_base=" + before, heap),
                List.of("pprof", "-top", cpu),
                List.of("pprof", "-tree", heap),
                List.of("pprof", "-dot", heap),
                List.of("pprof", "-raw", heap),
                List.of("pprof", cpu),
                List.of("pprof", "-top", "no such file"));
    }

    /** What is done with running programs, as far as it can be done with what was recorded of them. */
    private static List<List<String>> ofPrograms(Path examples) {
        String heap = examples.resolve("scraper/heap-after.pb.gz").toString();
        String before = examples.resolve("scraper/heap-before.pb.gz").toString();
        String leak = examples.resolve("dial-per-call/leak.zip").toString();
        String fixed = examples.resolve("dial-per-call/fixed.zip").toString();
        return List.of(
                List.of("diagnose", "-h"),
                List.of("diagnose", before, heap),
                List.of("diagnose", leak),
                List.of("diagnose", "--format", "json", leak),
                List.of("diagnose", "--duration", "1s", "127.0.0.1:1"),
                List.of("compare", leak, fixed),
                List.of("signatures", "list"),
                List.of("memory"),
                List.of("record"));
    }

    private static final class Nowhere implements Surroundings {
        @Override
        public boolean isTerminal(Stream stream) {
            return false;
        }

        @Override
        public Map<String, String> environment() {
            return Map.of();
        }

        @Override
        public int width() {
            return 80;
        }

        @Override
        public ZoneId zone() {
            return ZoneId.systemDefault();
        }
    }
}
