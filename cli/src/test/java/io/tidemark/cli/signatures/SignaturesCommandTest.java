package io.tidemark.cli.signatures;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analysis.answer.Ink;
import io.tidemark.analysis.signature.Catalogue;
import io.tidemark.cli.console.FakeConsole;
import io.tidemark.cli.console.Stream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignaturesCommandTest {
    private static final String BEFORE = "../examples/scraper/heap-before.pb.gz";
    private static final String AFTER = "../examples/scraper/heap-after.pb.gz";

    @TempDir
    private Path directory;

    private final FakeConsole console = new FakeConsole("");

    @Test
    void list_isALineForEach() throws IOException {
        assertThat(run("list")).isZero();
        assertThat(console.out().lines())
                .hasSameSizeAs(Catalogue.builtIn().signatures())
                .anyMatch(line -> line.matches("cache-never-hits +heap-growth +A cache only fills, because .* again"));
    }

    @Test
    void list_ofAKind_hasOnlyThose() throws IOException {
        assertThat(run("list", "--kind", "thread-leak")).isZero();
        assertThat(console.out().lines()).isNotEmpty().allMatch(line -> line.contains(" thread-leak "));
    }

    @Test
    void list_atANarrowTerminal_fitsIt() throws IOException {
        console.terminal(Stream.OUT).environment("COLUMNS", "60");
        assertThat(run("list")).isZero();
        assertThat(console.out().lines())
                .allMatch(line -> line.length() < 60)
                .anyMatch(line -> line.endsWith("…"))
                .contains("cache-never-hits               A cache only fills, because…");
    }

    @Test
    void list_asJson_isADocument() throws IOException {
        assertThat(run("list", "--json", "--kind", "fd-leak")).isZero();
        assertThat(console.out())
                .startsWith("{\n  \"schema\": \"tidemark.signatures/1\",\n  \"signatures\": [\n    {\"id\": ")
                .contains("\"kind\": \"fd-leak\", \"severity\": \"critical\", \"general\": ")
                .doesNotContain("heap-growth");
    }

    @Test
    void show_hasAllOfIt() throws IOException {
        assertThat(run("show", "H01")).isZero();
        assertThat(console.out())
                .startsWith("""
                        A cache only fills, because its keys never come again
                        cache-never-hits (H01), heap leak, critical
                        """)
                .contains(
                        "\nLooks like   heap, with one of these stacks:\n               - ... < *cache*.(**).GetOrSet*\n")
                .contains("\nCause        What OWNER (FILE) puts into a cache stays there, RATE.")
                .contains("\nFix          - Take what changes", "\nNot it when  - ", " (checked).\n")
                .contains("\nSurer with   - ", "\nReferences   https://");
    }

    @Test
    void page_ofEverySignature_fitsTheScreenButForLongNames() {
        assertThat(Catalogue.builtIn().signatures())
                .flatMap(signature -> SignaturePage.lines(signature, Ink.PLAIN, 80))
                .filteredOn(line -> line.length() > 80)
                .allMatch(line ->
                        line.strip().replaceFirst("^- |^References +", "").indexOf(' ') < 0);
    }

    @Test
    void check_wrongFiles_namesFilesAndLines() throws IOException {
        Path file = write("queue.yaml", """
                id: Queue
                title: A queue.
                kind: heap-leak
                match: {what: heap, stack: [main.add.func1]}
                cause: it {grows}
                fix: stop it
                """);
        assertThat(run("check", directory.toString())).isEqualTo(1);
        assertThat(console.out().lines())
                .allMatch(line -> line.startsWith(file + ":"))
                .anyMatch(line -> line.startsWith(file + ":1: id: 'Queue' (expected small letters"))
                .anyMatch(line -> line.startsWith(file + ":3: kind: 'heap-leak' (expected heap-growth, "))
                .anyMatch(
                        line -> line.startsWith(file + ":4: stack: 'main.add.func1' (expected the function around it"))
                .anyMatch(line -> line.startsWith(file + ":5: cause: placeholder {grows} (expected "));
        assertThat(console.err()).isEmpty();
    }

    @Test
    void check_againstProfiles_saysWhatItNames() throws IOException {
        Path file = write("series.yaml", signature("series", "main.parseSeries", ""));
        assertThat(run("check", file.toString(), "--against", BEFORE, "--against", AFTER))
                .isZero();
        assertThat(console.out())
                .startsWith(file + ": series\n\nseries: looks like ")
                .contains(
                        "    main.parseSeries < main.(*scraper).parseLine < main.(*scraper).parse <\n",
                        "\n    -> named\n");
    }

    @Test
    void check_againstWhatAGuardExcludes_saysWhich() throws IOException {
        Path file = write("series.yaml", signature("series", "main.parseSeries", """
                excludes:
                  - says: it is the scraper
                    stack: ["...", "main.(*scraper).*"]
                """));
        assertThat(run("check", file.toString(), "--against", BEFORE, "--against", AFTER))
                .isEqualTo(1);
        assertThat(console.out()).contains(", and names 0\n", "-> something else: it is the scraper");
    }

    @Test
    void check_againstWhatLooksDifferent_showsWhatThereIs() throws IOException {
        Path file = write("series.yaml", signature("series", "main.parseSerie", ""));
        assertThat(run("check", file.toString(), "--against", BEFORE, "--against", AFTER))
                .isEqualTo(1);
        assertThat(console.out())
                .contains("series: looks like none of ", "main.parseSeries < main.(*scraper).parseLine");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                        | 2 | signatures: no command (expected list, show or check; tidemark signatures -h explains all)",
                "chekc                     | 2 | signatures: unknown command chekc; did you mean tidemark signatures check?",
                "show                      | 2 | signatures show: 0 ids (expected one; tidemark signatures list has all)",
                "show cache-never-hit      | 2 | cache-never-hit: no such signature; did you mean cache-never-hits?",
                "show zzzzzzzzzzz          | 2 | zzzzzzzzzzz: no such signature; tidemark signatures list has all",
                "list heap-growth          | 2 | heap-growth: one argument too many",
                "list --kind heap          | 2 | --kind: heap (expected heap-growth, goroutine-leak, thread-leak, connection-leak, fd-leak, off-heap-growth, class-leak, page-cache, gc-misconfiguration, limit-risk, allocation-churn, memory-spike, retained-after-peak or load-driven)",
                "list --signatures no/such | 3 | no/such: no such file or directory",
                "list --signatures src     | 2 | src: no signature in it (expected .yaml files)",
                "check                     | 2 | signatures check: no file (expected a .yaml file or a directory; tidemark signatures check -h explains all)",
                "check no/such.yaml        | 3 | no/such.yaml: no such file or directory",
                "check ../examples/scraper/cpu.pb.gz | 2 | ../examples/scraper/cpu.pb.gz: no text in UTF-8 (expected a signature)",
            })
    void run_badUsage_isASentence(String line, int status, String message) throws IOException {
        assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(status);
        assertThat(console.err()).isEqualTo("tidemark: " + message + "\n");
        assertThat(console.out()).isEmpty();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static String signature(String id, String function, String more) {
        return """
                id: %s
                title: Series are kept
                kind: heap-growth
                match: {what: heap, stack: [%s]}
                cause: it grows
                fix: stop it
                %s""".formatted(id, function, more);
    }

    private int run(String... arguments) throws IOException {
        return new SignaturesCommand(console.console()).run(List.of(arguments));
    }
}
