package io.tidemark.analysis.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.analysis.report.TextOutput;
import io.tidemark.analysis.source.FakeFiles;
import io.tidemark.model.code.Frame;
import io.tidemark.model.code.Instruction;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Mapping;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ProfileBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebListingTest {
    private static final FakeFiles FILES = new FakeFiles(
            "/",
            Map.of(
                    "/src/a.c",
                            List.of(
                                    "int twice(int x) {",
                                    "  return 2 * x;",
                                    "}",
                                    "int work(int x) {",
                                    "  twice(x);",
                                    "}"),
                    "/src/b.c", List.of("<b> & \"c\"")),
            List.of());

    private static final Frame WORK = new Frame("_work", "/src/a.c", 5, 0, 4);
    private static final Frame TWICE = new Frame("_twice", "/src/a.c", 2, 0, 1);

    private static final FakeBinaries BINARIES = FakeBinaries.of(
            "/bin/app",
            List.of(),
            List.of(
                    new Instruction(0x110, "push", "", "", 0),
                    new Instruction(0x112, "add", "", "", 0),
                    new Instruction(0x114, "shl", "", "", 0),
                    new Instruction(0x116, "ret", "", "", 0)),
            Map.of(
                    0x110L, List.of(WORK),
                    0x112L, List.of(TWICE, WORK),
                    0x114L, List.of(TWICE, WORK),
                    0x116L, List.of(new Frame("_work", "/src/a.c", 6, 0, 4))));

    /** Samples in the middle of an instruction, of an inlined call, and of a file that is no binary's. */
    private static Profile profile() throws IOException {
        ProfileBuilder b = new ProfileBuilder(List.of(ListingOptions.SPACE));
        int app = b.mapping(new Mapping(1, 0x5000, 0x6000, 0, "/bin/app", "", Mapping.Symbols.NONE));
        int twice = function(b, 1, "twice", "_twice", "/src/a.c");
        int work = function(b, 2, "work", "_work", "/src/a.c");
        int script = function(b, 3, "script", "script", "/src/b.c");
        int inlined = b.location(1, app, 0x5113, false);
        b.line(twice, 2, 0);
        b.line(work, 5, 0);
        int plain = b.location(2, app, 0x5110, false);
        b.line(work, 5, 0);
        int bare = b.location(3, -1, 0, false);
        b.line(script, 1, 0);
        b.sample(LabelSet.EMPTY, new int[] {inlined, bare}, 1024);
        b.sample(LabelSet.EMPTY, new int[] {plain, bare}, 512);
        return b.build();
    }

    private static int function(ProfileBuilder b, long id, String name, String systemName, String file) {
        return b.function(
                id,
                b.strings().intern(name),
                b.strings().intern(systemName),
                b.strings().intern(file),
                0);
    }

    private static Report report(String symbol) throws IOException, ReportException {
        return Report.of(profile(), ListingOptions.of(symbol));
    }

    private static CodeListing list(String symbol) throws IOException, ReportException {
        return WebListing.of(report(symbol), FILES, BINARIES);
    }

    /** A listing as lines of text. */
    private static List<String> lines(CodeListing listing) {
        List<String> lines = new ArrayList<>();
        for (CodeListing.Function function : listing.functions()) {
            lines.add(function.name() + " " + function.file() + " "
                    + function.cost().flat() + " " + function.cost().cum());
            for (CodeListing.Line line : function.lines()) {
                lines.add(line.number() + " " + line.cost().flat() + " "
                        + line.cost().cum() + " " + line.text().strip());
                for (CodeListing.Instruction instruction : line.instructions()) {
                    instruction.calls().forEach(call -> lines.add("  > " + call.text() + " " + call.place()));
                    lines.add("  " + Long.toHexString(instruction.address()) + " " + instruction.text() + " "
                            + instruction.cost().flat() + " " + instruction.place());
                }
            }
        }
        return lines;
    }

    @Test
    void of_function_hasItsInstructionsAndInlinedCalls() throws Exception {
        assertThat(lines(list("^work$")))
                .containsExactly(
                        "work /src/a.c 1.50kB 1.50kB",
                        "1 . . int twice(int x) {",
                        "2 . . return 2 * x;",
                        "3 . . }",
                        "4 . . int work(int x) {",
                        "5 1.50kB 1.50kB twice(x);",
                        "  110 push 512B a.c:5",
                        "  > return 2 * x; a.c:2",
                        "  112 add 1kB a.c:2",
                        "  114 shl . a.c:2",
                        "6 . . }",
                        "  116 ret . a.c:6");
    }

    @Test
    void of_inlinedFunction_isListedWhereItWasWritten() throws Exception {
        assertThat(lines(list("twice")))
                .containsExactly(
                        "twice /src/a.c 1kB 1kB",
                        "1 . . int twice(int x) {",
                        "2 1kB 1kB return 2 * x;",
                        "  112 add 1kB a.c:2",
                        "  114 shl . a.c:2",
                        "3 . . }",
                        "4 . . int work(int x) {",
                        "5 . . twice(x);",
                        "6 . . }");
    }

    @Test
    void of_functionWithoutBinary_hasLinesOnly() throws Exception {
        assertThat(lines(list("script"))).containsExactly("script /src/b.c 0 1.50kB", "1 . 1.50kB <b> & \"c\"");
    }

    @Test
    void of_binaryOrAddress_findsTheFunctions() throws Exception {
        assertThat(list("/bin/app").functions())
                .extracting(CodeListing.Function::name)
                .containsExactly("twice", "work");
        assertThat(list("0x5113").functions())
                .extracting(CodeListing.Function::name)
                .containsExactly("work");
        assertThatThrownBy(() -> list("nosuch")).hasMessage("no matches found for regexp: nosuch");
    }

    @Test
    void of_binaryThatCannotBeRead_fallsBackToTheProfile() throws Exception {
        FakeBinaries empty = FakeBinaries.of("/bin/app", List.of(), List.of(), Map.of());
        assertThat(lines(WebListing.of(report("^work$"), FILES, empty)))
                .contains("work /src/a.c 1.50kB 1.50kB", "5 1.50kB 1.50kB twice(x);");
    }

    @Test
    void write_page_escapesAndFolds() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TextOutput out = new TextOutput(bytes);
        WebListing.write(report("."), FILES, BINARIES, out);
        out.flush();
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .startsWith("<!DOCTYPE html>")
                .contains("<title>unknown space</title>")
                .contains("&lt;b&gt; &amp; &quot;c&quot;")
                .doesNotContain("<b>")
                .contains("<details><summary>      5      1.50kB      1.50kB    twice(x);</summary>")
                .endsWith("</body>\n</html>\n");
    }
}
