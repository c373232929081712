package io.tidemark.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analysis.Golden;
import io.tidemark.analysis.answer.Ink;
import io.tidemark.analysis.finding.Kind;
import io.tidemark.analysis.finding.Rate;
import io.tidemark.model.profile.Utf8;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonFormsTest {
    private static Comparison fixed() {
        Side before = Sides.observed(60)
                .goroutines(second -> 12 + 10 * second)
                .with("process_open_fds", second -> 9 + 10 * second)
                .with("process_resident_memory_bytes", second -> 60e6)
                .requestsPerMinute(600)
                .with(Sides.goroutineLeak("example.com/app/push.(*Sink[...]).Push", 31, 600))
                .with(Sides.goroutineLeak("example.com/app/watch.Start", 12, 120))
                .before();
        Side after = Sides.observed(60)
                .goroutines(second -> 14)
                .with("process_open_fds", second -> 11)
                .with("process_resident_memory_bytes", second -> 90e6)
                .requestsPerMinute(660)
                .runtime("go1.26.2")
                .with(Sides.finding(Kind.PAGE_CACHE, "O05", "example.com/app/log.Write", 7, Rate.NONE))
                .after();
        return Comparison.of(before, after);
    }

    private static byte[] joined(List<String> lines) {
        return Utf8.encode(String.join("\n", lines) + "\n");
    }

    @Test
    void text_saysTheAnswerFirst() throws IOException {
        Golden.check(getClass(), "fixed.txt", joined(TextComparison.lines(fixed(), Ink.PLAIN, 80)));
    }

    @Test
    void text_inColour_isTheSameText() {
        String coloured = String.join("\n", TextComparison.lines(fixed(), Ink.ANSI, 80));
        assertThat(coloured.replaceAll("\033\\[[0-9;]*m", ""))
                .isEqualTo(String.join("\n", TextComparison.lines(fixed(), Ink.PLAIN, 80)))
                .isNotEqualTo(coloured);
    }

    @Test
    void markdown_hasNoMarkupOfTheTarget() throws IOException {
        Golden.check(getClass(), "fixed.md", joined(MarkdownComparison.lines(fixed())));
    }

    @Test
    void json_hasEveryMember() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonComparison.write(fixed(), out);
        Golden.check(getClass(), "fixed.json", out.toByteArray());
    }
}
