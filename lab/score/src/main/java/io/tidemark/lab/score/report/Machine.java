package io.tidemark.lab.score.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** What the figures were measured on, and with. */
public final class Machine {
    private Machine() {}

    /** Sentences on the day, the machine, and the versions. */
    public static List<String> lines(Path repository) throws IOException {
        return List.of(
                "- " + LocalDate.now(ZoneOffset.UTC) + ", Tidemark "
                        + output(repository, "git", "rev-parse", "--short", "HEAD"),
                "- " + processor() + ", " + Runtime.getRuntime().availableProcessors() + " processors, "
                        + System.getProperty("os.name") + " " + System.getProperty("os.version"),
                "- Java " + Runtime.version() + ", " + output(repository, "go", "version"));
    }

    private static String processor() throws IOException {
        Path file = Path.of("/proc/cpuinfo");
        if (!Files.exists(file)) {
            return System.getProperty("os.arch", "");
        }
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("model name")) {
                return line.substring(line.indexOf(':') + 1).trim();
            }
        }
        return System.getProperty("os.arch", "");
    }

    private static String output(Path directory, String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
    }
}
