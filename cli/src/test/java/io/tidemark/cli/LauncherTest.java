package io.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the launcher in a tree of its own, where a script stands in for Maven and another one for Java.
 * Each of them writes a line for every time that it is started, and Java prints its arguments.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher needs a POSIX shell")
class LauncherTest {
    private static final String FAKE_MAVEN = """
            #!/bin/sh
            echo built >>maven.log
            if [ -f broken ]; then
                echo '[ERROR] Main.java:[3,7] no such thing'
                exit 1
            fi
            sleep 0.3
            mkdir -p cli/target/fast
            echo jar >cli/target/fast/tidemark.jar
            """;

    /** Prints the arguments that follow the main class, one in brackets per line; "training" is only counted. */
    private static final String FAKE_JAVA = """
            #!/bin/sh
            for option; do
                shift
                case $option in
                    -XX:AOTCacheOutput=*) echo "${0%/bin/java}" >>"${0%/bin/java}/trained.log" && echo archive >"${option#*=}" ;;
                    -XX:AOTCache=*) echo "archive ${option#*=}" ;;
                    io.tidemark.cli.Training) exit 0 ;;
                    io.tidemark.cli.Main) break ;;
                esac
            done
            for argument; do
                printf '[%s]\\n' "$argument"
            done
            echo "locale ${LC_ALL:-unset}"
            echo "java ${0%/bin/java}"
            exit 7
            """;

    @TempDir
    private Path directory;

    private Path tree;
    private Path java;

    @BeforeEach
    void plantTree() throws IOException {
        tree = Files.createDirectories(directory.resolve("a tree"));
        Files.copy(launcher(), tree.resolve("tidemark"), StandardCopyOption.COPY_ATTRIBUTES);
        script(tree.resolve("mvnw"), FAKE_MAVEN);
        write(tree.resolve("pom.xml"), "<project/>");
        write(tree.resolve("cli/pom.xml"), "<project/>");
        write(tree.resolve("cli/src/main/java/Main.java"), "class Main {}");
        java = fakeJava("99.0.1", true);
    }

    @Test
    void start_firstTime_buildsAndTrainsOnce() throws Exception {
        Outcome first = start("version");
        assertThat(first.err()).contains("tidemark: building for the first time", "preparing Java 99.0.1");
        Outcome second = start("version");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(starts("a tree/maven.log")).isEqualTo(1);
        assertThat(starts("jdk 99.0.1/trained.log")).isEqualTo(1);
    }

    @Test
    void start_always_passesArgumentsAndStatus() throws Exception {
        Outcome outcome = start("pprof", "", "a  b", "*", "-focus=x|y", "$HOME", "\\n", "'", "é");
        assertThat(outcome.out())
                .contains("[pprof]", "[]", "[a  b]", "[*]", "[-focus=x|y]", "[$HOME]", "[\\n]", "[']", "[é]");
        assertThat(outcome.status()).isEqualTo(7);
    }

    @Test
    void start_throughLinksFromElsewhere_findsTheTree() throws Exception {
        Path elsewhere = Files.createDirectories(directory.resolve("else where"));
        Files.createSymbolicLink(elsewhere.resolve("hop"), Path.of("../a tree/tidemark"));
        Files.createSymbolicLink(elsewhere.resolve("tm"), Path.of("hop"));
        assertThat(run(elsewhere, Map.of(), List.of("./tm", "help")).status()).isEqualTo(7);
        assertThat(run(elsewhere, Map.of(), List.of("sh", "tm", "help")).status())
                .isEqualTo(7);
        assertThat(starts("a tree/maven.log")).isEqualTo(1);
    }

    @Test
    void start_newerSource_buildsAgain() throws Exception {
        start("version");
        touch(tree.resolve("cli/src/main/java/Main.java"));
        Outcome outcome = start("version");
        assertThat(outcome.err()).contains("tidemark: building, as the sources have changed");
        assertThat(outcome.out()).anyMatch(line -> line.startsWith("archive "));
        assertThat(starts("a tree/maven.log")).isEqualTo(2);
        assertThat(starts("jdk 99.0.1/trained.log")).isEqualTo(2);
    }

    @Test
    void start_commandsAboutPrograms_haveAnArchiveOfTheirOwn() throws Exception {
        String profiles = archive(start("pprof"));
        String programs = archive(start("diagnose"));
        assertThat(profiles).endsWith("/profiles.aot");
        assertThat(programs).endsWith("/programs.aot");
        assertThat(archive(start("memory"))).isEqualTo(programs);
        assertThat(archive(start())).isEqualTo(profiles);
        assertThat(starts("jdk 99.0.1/trained.log")).isEqualTo(2);
    }

    private static String archive(Outcome outcome) {
        return outcome.out().stream()
                .filter(line -> line.startsWith("archive "))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void start_newerTest_doesNotBuild() throws Exception {
        start("version");
        write(tree.resolve("cli/src/test/java/MainTest.java"), "class MainTest {}");
        touch(tree.resolve("cli/src/test/java/MainTest.java"));
        assertThat(start("version").err()).isEmpty();
    }

    @Test
    void start_newerSourceButToldNotToBuild_runsWhatIsThere() throws Exception {
        start("version");
        touch(tree.resolve("cli/src/main/java/Main.java"));
        Outcome outcome = run(tree, Map.of("TIDEMARK_BUILD", "no"), List.of("./tidemark", "version"));
        assertThat(outcome.status()).isEqualTo(7);
        assertThat(starts("a tree/maven.log")).isEqualTo(1);
    }

    @Test
    void start_brokenBuild_showsTheErrorAndDoesNotRun() throws Exception {
        start("version");
        write(tree.resolve("broken"), "");
        touch(tree.resolve("cli/src/main/java/Main.java"));
        Outcome outcome = start("version");
        assertThat(outcome.status()).isEqualTo(125);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("[ERROR] Main.java:[3,7] no such thing", "tidemark: the build failed");
        Files.delete(tree.resolve("broken"));
        assertThat(start("version").status()).isEqualTo(7);
    }

    @Test
    void start_twoAtOnce_buildsOnce() throws Exception {
        List<Process> running = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            running.add(
                    builder(tree, Map.of(), List.of("./tidemark", "version")).start());
        }
        for (Process process : running) {
            assertThat(process.waitFor()).isEqualTo(7);
        }
        assertThat(starts("a tree/maven.log")).isEqualTo(1);
        assertThat(starts("jdk 99.0.1/trained.log")).isEqualTo(1);
    }

    @Test
    void start_lockOfADeadProcess_isTakenOver() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Path state = Files.createDirectories(tree.resolve("target/tidemark"));
        Files.createSymbolicLink(state.resolve("lock"), Path.of(Long.toString(dead.pid())));
        assertThat(start("version").status()).isEqualTo(7);
    }

    @Test
    void start_severalJavas_takesTheNewestThatIsOldEnough() throws Exception {
        Path newest = fakeJava("101-ea", false);
        fakeJava("16.0.2", true);
        String path = newest.resolve("bin") + ":" + directory.resolve("jdk 16.0.2/bin") + ":" + System.getenv("PATH");
        Outcome outcome = run(tree, Map.of("PATH", path), List.of("./tidemark", "version"));
        assertThat(outcome.out()).contains("java " + newest);
        Outcome chosen = run(tree, Map.of("PATH", path, "TIDEMARK_JAVA_HOME", java.toString()), List.of("./tidemark"));
        assertThat(chosen.out()).contains("java " + java);
    }

    @Test
    void start_tooOldAJava_saysSo() throws Exception {
        Path old = fakeJava("11.0.2", true);
        Outcome outcome = run(tree, Map.of("TIDEMARK_JAVA_HOME", old.toString()), List.of("./tidemark"));
        assertThat(outcome.status()).isEqualTo(125);
        assertThat(outcome.err())
                .isEqualTo("tidemark: TIDEMARK_JAVA_HOME: " + old + " (expected the home of a Java 17 or later)\n");
    }

    @Test
    void start_inAPathWithAColon_saysSo() throws Exception {
        Path moved = Files.move(tree, directory.resolve("a:tree"));
        Outcome outcome = run(moved, Map.of(), List.of("./tidemark"));
        assertThat(outcome.status()).isEqualTo(125);
        assertThat(outcome.err()).endsWith("can't hold a colon; put Tidemark in another place\n");
    }

    @Test
    void start_withoutALocale_runsJavaInUtf8() throws Exception {
        assertThat(run(tree, Map.of("LC_ALL", "C"), List.of("./tidemark")).out())
                .contains("locale C.UTF-8");
        assertThat(run(tree, Map.of("LC_ALL", "", "LANG", "de_DE.UTF-8"), List.of("./tidemark"))
                        .out())
                .contains("locale unset");
    }

    private record Outcome(int status, List<String> out, String err) {}

    private Outcome start(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("./tidemark"));
        command.addAll(List.of(arguments));
        return run(tree, Map.of(), command);
    }

    private Outcome run(Path where, Map<String, String> environment, List<String> command) throws Exception {
        Path out = Files.createTempFile(directory, "out", ".txt");
        Path err = Files.createTempFile(directory, "err", ".txt");
        Process process = builder(where, environment, command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        int status = process.waitFor();
        return new Outcome(status, Files.readAllLines(out), Files.readString(err));
    }

    private ProcessBuilder builder(Path where, Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(where.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("TIDEMARK_"));
        builder.environment().put("JAVA_HOME", java.toString());
        builder.environment().putAll(environment);
        return builder;
    }

    /** How often a stand-in was started. */
    private long starts(String log) throws IOException {
        return Files.readAllLines(directory.resolve(log)).size();
    }

    private Path fakeJava(String version, boolean compiler) throws IOException {
        Path home = directory.toRealPath().resolve("jdk " + version);
        script(home.resolve("bin/java"), FAKE_JAVA);
        if (compiler) {
            script(home.resolve("bin/javac"), "#!/bin/sh\n");
        }
        write(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    /** Makes a file newer than anything that a launcher has built, whatever the file system's clock ticks in. */
    private static void touch(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(2)));
    }

    private static void script(Path file, String text) throws IOException {
        write(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** The launcher of this tree: the tests run in the directory of their module. */
    private static Path launcher() {
        return Path.of("..", "tidemark").toAbsolutePath().normalize();
    }
}
