package io.tidemark.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Asks the real shells, as far as they are installed. */
class CompletionScriptTest {
    private static final String AWKWARD = "Keep: only 'these' [or \"those\"] and a\\b";

    private static final List<CommandWords> COMMANDS = List.of(
            new CommandWords(
                    "pprof",
                    "show profiles: it's all there",
                    List.of(
                            Word.of("-top", "Print the functions\nwith details"),
                            Word.oneOf("-unit", "Write values in this unit", List.of("kB", "GB", "ms")),
                            Word.taking(Word.Takes.FILE, "-base", AWKWARD)),
                    List.of(),
                    true),
            new CommandWords(
                    "watch",
                    AWKWARD,
                    List.of(
                            Word.oneOf("--format", AWKWARD, List.of("text", "json")),
                            Word.taking(Word.Takes.OTHER, "--duration", "How long"),
                            Word.taking(Word.Takes.FILE, "--report", "A page"),
                            Word.of("--help", "This text")),
                    List.of(),
                    false),
            new CommandWords(
                    "store", "two of them", List.of(), List.of(Word.of("put", AWKWARD), Word.of("get", "")), false),
            new CommandWords("store put", "", List.of(Word.of("--force", "Do")), List.of(), true),
            new CommandWords("store get", "", List.of(), List.of(Word.of("a-b", ""), Word.of("a-c", "")), false));

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(ShellProgram.class)
    @Timeout(120)
    void shell_endOfALine_isCompleted(ShellProgram shell) throws Exception {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        expected.put("tidemark ", List.of("pprof", "store", "watch"));
        expected.put("tidemark p", List.of("pprof"));
        expected.put("tidemark pprof -t", List.of("-top"));
        expected.put("tidemark pprof -", List.of("-base", "-top", "-unit"));
        expected.put("tidemark pprof -top -u", List.of("-unit"));
        expected.put("tidemark pprof -unit=k", List.of("kB"));
        expected.put("tidemark pprof -unit G", List.of("GB"));
        expected.put("tidemark watch --f", List.of("--format"));
        expected.put("tidemark watch --format ", List.of("json", "text"));
        expected.put("tidemark watch --format=j", List.of("json"));
        expected.put("tidemark watch --format json --h", List.of("--help"));
        expected.put("tidemark watch -", List.of("--duration", "--format", "--help", "--report"));
        expected.put("tidemark store ", List.of("get", "put"));
        expected.put("tidemark store p", List.of("put"));
        expected.put("tidemark store put --", List.of("--force"));
        expected.put("tidemark store get a", List.of("a-b", "a-c"));

        assertThat(shell.offers(COMMANDS, List.copyOf(expected.keySet()), directory))
                .containsExactlyInAnyOrderEntriesOf(expected);
    }

    /** Bash itself offers files where its script says nothing else. */
    @ParameterizedTest
    @EnumSource(value = ShellProgram.class, names = "BASH", mode = EnumSource.Mode.EXCLUDE)
    @Timeout(120)
    void shell_fileNames_areOfferedWhereAFileCanBe(ShellProgram shell) throws Exception {
        Files.createFile(directory.resolve("heap.pb.gz"));
        List<String> with = List.of(
                "tidemark pprof hea",
                "tidemark pprof -base hea",
                "tidemark watch --report hea",
                "tidemark store put hea");
        List<String> without = List.of("tidemark watch hea", "tidemark watch --duration hea", "tidemark store get hea");

        Map<String, List<String>> offered = shell.offers(COMMANDS, concat(with, without), directory);

        assertThat(offered).hasSize(with.size() + without.size());
        assertThat(with).allSatisfy(line -> assertThat(offered.get(line)).containsExactly("heap.pb.gz"));
        assertThat(without).allSatisfy(line -> assertThat(offered.get(line)).doesNotContain("heap.pb.gz"));
    }

    private static List<String> concat(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
