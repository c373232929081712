package io.tidemark.analysis.flame;

import static io.tidemark.analysis.Orders.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tidemark.analysis.Browser;
import io.tidemark.analysis.Orders;
import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.view.Shape;
import io.tidemark.analysis.view.View;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ProfileBuilder;
import io.tidemark.model.profile.ValueType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens flame graphs in Chromium. Where it is not installed, only what can be told of the text is tested. */
class FlamePageTest {
    /** Where the row of a depth is, in a window 1024 wide, and not compared with anything. */
    private static final int FIRST_ROW = 102;

    private static final int ROW = 21;

    private static @Nullable Browser started;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() throws Exception {
        Optional<Path> program = Browser.find();
        if (program.isPresent()) {
            started = Browser.start(program.get());
        }
    }

    @AfterAll
    static void stop() throws Exception {
        if (started != null) {
            started.close();
        }
    }

    private static String page(Profile profile, View view) throws Exception {
        Report report = Orders.report(profile, view, Shape.TABLE);
        return new String(written(out -> FlamePage.write(report, out)), StandardCharsets.UTF_8);
    }

    private Browser open(Profile profile, String choice) throws Exception {
        Browser browser = started;
        assumeTrue(browser != null, "no Chromium in the PATH");
        Path file = Files.writeString(directory.resolve("flame.html"), page(profile, View.INITIAL));
        browser.open(file.toUri() + choice);
        return browser;
    }

    private static String text(String id) {
        return "document.getElementById('" + id + "').textContent";
    }

    @Test
    void page_asText_asksNobodyForAnything() throws Exception {
        String page = page(Orders.heap(1), View.INITIAL.with("focus", "<img src=x>|main"));
        assertThat(page).contains("default-src 'none'").doesNotContain("unsafe");
        assertThat(page).doesNotContain("src=\"").doesNotContain("@import").doesNotContain("fetch(");
        assertThat(page).doesNotContain("<script>alert(1)").doesNotContain("<img");
        assertThat(page.split("<script", -1)).hasSize(4);
    }

    @Test
    void page_ofTheSameProfile_isTheSame() throws Exception {
        assertThat(page(Orders.heap(1), View.INITIAL)).isEqualTo(page(Orders.heap(1), View.INITIAL));
    }

    @Test
    void page_opened_showsEveryType() throws Exception {
        Browser browser = open(Orders.heap(1), "");
        assertThat(browser.ask("document.title")).isEqualTo("orders · flame graph");
        assertThat(browser.ask(text("types")))
                .isEqualTo("alloc_objects12,490alloc_space132.9 MBinuse_objects790inuse_space14.48 MB");
        assertThat(browser.ask(text("details"))).startsWith("alltotal 14.48 MB (100%)");
        browser.press("1");
        browser.await("location.hash", "#type=alloc_objects");
        assertThat(browser.ask(text("details"))).startsWith("alltotal 12,490 (100%)");
    }

    @Test
    void names_withMarkup_areText() throws Exception {
        Browser browser = open(Orders.heap(1), "#search=script");
        assertThat(browser.ask(text("found"))).isEqualTo("0.03% · 4.13 kB · 1 frame");
        browser.press("n");
        browser.await(text("details") + ".slice(0, 25)", "<script>alert(1)</script>");
        assertThat(browser.ask("document.scripts.length")).isEqualTo("3");
    }

    @Test
    void search_counts_nestedFramesOnce() throws Exception {
        Browser browser = open(Orders.heap(1), "#search=^main\\.walk$");
        assertThat(browser.ask(text("found"))).isEqualTo("0.19% · 28.50 kB · 3 frames");
        browser = open(Orders.heap(1), "#search=(");
        assertThat(browser.ask(text("found"))).isEqualTo("not a regular expression");
    }

    @Test
    void click_zooms_andGoingBackUndoes() throws Exception {
        Browser browser = open(Orders.heap(1), "");
        browser.click(30, FIRST_ROW + 2 * ROW); // orders.Serve is the largest callee of main.main
        browser.await(text("details") + ".slice(0, 12)", "orders.Serve");
        assertThat(browser.ask("location.hash")).startsWith("#zoom=");
        assertThat(browser.ask("document.getElementById('reset').hidden")).isEqualTo("false");
        browser.press("Backspace");
        browser.await("location.hash", "");
    }

    @Test
    void keys_walk_fromFrameToFrame() throws Exception {
        Browser browser = open(Orders.heap(1), "");
        for (String key : List.of("ArrowDown", "ArrowDown", "ArrowDown", "ArrowRight")) {
            browser.press(key);
        }
        browser.await(text("details") + ".slice(0, 12)", "orders.Reply");
        browser.press("ArrowUp");
        browser.await(text("details") + ".slice(0, 12)", "orders.Serve");
        browser.press("Enter");
        browser.await("location.hash.slice(0, 6)", "#zoom=");
        browser.press("Escape");
        browser.await("location.hash", "");
    }

    @Test
    void frames_arePainted_inTheColourOfTheirPackage() throws Exception {
        Browser browser = open(Orders.heap(1), "#theme=light");
        String pixel = "document.querySelector('canvas').getContext('2d').getImageData(300, %d, 1, 1).data.join()";
        browser.await(pixel.formatted(10), "230,232,236,255");
        String main = browser.ask(pixel.formatted(10 + ROW));
        assertThat(main).isNotEqualTo("255,255,255,255").isNotEqualTo("230,232,236,255");
        assertThat(browser.ask(pixel.formatted(10 + 7 * ROW))).isEqualTo("255,255,255,255");
        browser = open(Orders.heap(0), "#theme=light&zoom=1");
        browser.await(pixel.formatted(10 + ROW), main);
    }

    @Test
    void comparison_inTheFooter_hasBeforeAndAfter() throws Exception {
        Browser browser = open(Orders.difference(), "#search=Map");
        assertThat(browser.ask(text("types"))).contains("inuse_space+13.23 MB");
        browser.press("n");
        browser.await(
                text("details"),
                "main.Map[go.shape.struct{A:int;B:int}]"
                        + "before 14.06 kB  ·  after 0 B  ·  change −14.06 kB (gone)  ·  change of self −14.06 kB");
    }

    @Test
    void deepRecursion_canBeScrolled() throws Exception {
        ProfileBuilder b = new ProfileBuilder(List.of(new ValueType("space", "bytes")));
        int[] stack = new int[100_000];
        Arrays.fill(stack, b.location("main.walk", "", 0));
        Browser browser = open(b.sample(LabelSet.EMPTY, stack, 1).build(), "#zoom=100000");
        browser.await(text("details") + ".slice(0, 12)", "main.walktot");
        assertThat(browser.ask("document.getElementById('view').scrollTop > 2000000"))
                .isEqualTo("true");
    }

    @Test
    void nothing_isExplained() throws Exception {
        Browser browser = open(new ProfileBuilder(List.of(new ValueType("space", "bytes"))).build(), "");
        assertThat(browser.ask(text("empty"))).startsWith("No sample passed the filters");
    }
}
