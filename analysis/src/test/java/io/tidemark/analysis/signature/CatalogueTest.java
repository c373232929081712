package io.tidemark.analysis.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds of each signature that comes with the program; the fixtures say what it must match and what not. */
class CatalogueTest {
    private static final Path FILES = Path.of("src/main/resources/io/tidemark/analysis/signature");
    private static final Path FIXTURES = Path.of("src/test/resources/io/tidemark/analysis/signature/fixtures");
    private static final Catalogue CATALOGUE = Catalogue.builtIn();
    private static final SignatureMatcher MATCHER = SignatureMatcher.of(CATALOGUE);

    @Test
    void index_listsEveryFile_inTheOrderOfTheCodes() throws IOException {
        List<String> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(FILES)) {
            paths.filter(path -> path.toString().endsWith(".yaml"))
                    .forEach(path -> files.add(FILES.relativize(path).toString().replace('\\', '/')));
        }
        List<String> index = Catalogue.resource(Catalogue.INDEX).lines().toList();

        assertThat(index).containsExactlyInAnyOrderElementsOf(files);
        assertThat(CATALOGUE.signatures())
                .hasSameSizeAs(files)
                .isSortedAccordingTo(Comparator.comparing(Signature::order));
        assertThat(CATALOGUE.signatures()).extracting(Signature::code).doesNotHaveDuplicates();
        for (int i = 0; i < index.size(); i++) {
            assertThat(index.get(i))
                    .endsWith("/" + CATALOGUE.signatures().get(i).id() + ".yaml");
        }
    }

    @TestFactory
    Stream<DynamicTest> match_fixture_namesIt() {
        return CATALOGUE.signatures().stream().flatMap(CatalogueTest::tests);
    }

    private static Stream<DynamicTest> tests(Signature signature) {
        try {
            Path file = FIXTURES.resolve(signature.id() + ".txt");
            List<Fixture> fixtures = Fixture.read(Files.readString(file));
            assertThat(fixtures).as(signature.id()).anyMatch(Fixture::isMatch).anyMatch(fixture -> !fixture.isMatch());
            return fixtures.stream()
                    .map(fixture -> DynamicTest.dynamicTest(
                            signature.id() + " " + fixture, file.toUri(), () -> check(signature, fixture)));
        } catch (IOException | RuntimeException | AssertionError e) {
            return Stream.of(DynamicTest.dynamicTest(signature.id(), () -> {
                throw e;
            }));
        }
    }

    private static void check(Signature signature, Fixture fixture) {
        List<Match> matches = MATCHER.match(fixture.suspect(), fixture.facts());
        List<String> names = matches.stream()
                .filter(match -> !match.isExcluded())
                .map(match -> match.signature().id())
                .toList();
        if (fixture.isMatch()) {
            assertThat(names).as("%s", fixture.suspect().stack()).first().isEqualTo(signature.id());
        } else {
            assertThat(names).as("%s", fixture.suspect().stack()).doesNotContain(signature.id());
        }
    }

    @Test
    void page_ofTheDocumentation_isMadeFromTheFiles() throws IOException {
        Path page = Path.of("../docs/signatures.md");
        String expected = CataloguePage.of(CATALOGUE);
        if (System.getProperty("tidemark.golden", "").equals("write")) {
            Files.writeString(page, expected);
        }
        assertThat(page).as("-Dtidemark.golden=write writes the page").exists().hasContent(expected);
    }

    @Test
    void example_ofTheDocumentation_isASignatureThatMatches() throws IOException {
        String page = Files.readString(Path.of("../docs/write-a-signature.md"));
        String example = block(page, "```yaml\n");
        String dump = block(page, "```text\n");

        Catalogue catalogue = CATALOGUE.with(Map.of("example.yaml", example));
        Fixture fixture = Fixture.read("== matches: the example\n" + dump).get(0);
        List<Match> matches = SignatureMatcher.of(catalogue).match(fixture.suspect(), fixture.facts());

        assertThat(matches).isNotEmpty();
        assertThat(matches.get(0).signature().id()).isEqualTo("audit-log-writer-per-order");
        assertThat(matches.get(0).supported()).isEmpty();
        assertThat(matches.get(0).unknown()).containsExactly("files grow with it", "files do not grow");
    }

    private static String block(String page, String start) {
        int from = page.indexOf(start) + start.length();
        return page.substring(from, page.indexOf("```", from));
    }

    @Test
    void with_userFiles_overrideById_andAreTheLastOtherwise() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("a.yaml", minimal("read-all", "Mine"));
        texts.put("b.yaml", minimal("my-own", "Other"));
        Catalogue catalogue = CATALOGUE.with(texts);

        assertThat(catalogue.signatures()).hasSize(CATALOGUE.signatures().size() + 1);
        assertThat(catalogue.signature("read-all").orElseThrow().words().title())
                .isEqualTo("Mine");
        assertThat(catalogue.signatures().get(catalogue.signatures().size() - 1).id())
                .isEqualTo("my-own");
    }

    @Test
    void with_twoFilesOfOneId_orMalformed_reportsAll() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("a.yaml", minimal("mine", "Mine"));
        texts.put("b.yaml", minimal("mine", "Mine"));
        texts.put("c.yaml", minimal("Mine", "Mine."));

        assertThatThrownBy(() -> CATALOGUE.with(texts))
                .isInstanceOf(MalformedSignatureException.class)
                .hasMessage("""
                        b.yaml:1: id: 'mine' is also that of a.yaml
                        c.yaml:1: id: 'Mine' (expected small letters, digits and hyphens)
                        c.yaml:2: title: ends with a full stop (expected none)""");
    }

    private static String minimal(String id, String title) {
        return "id: " + id + "\ntitle: " + title + """

                kind: heap-growth
                match: {what: heap, stack: [main.main]}
                cause: it grows
                fix: stop it
                """;
    }
}
