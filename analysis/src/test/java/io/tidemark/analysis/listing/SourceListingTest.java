package io.tidemark.analysis.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.analysis.report.TextOutput;
import io.tidemark.analysis.source.FakeFiles;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ProfileBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceListingTest {
    private static final FakeFiles FILES = new FakeFiles(
            "/", Map.of("/src/main.go", List.of("package main", "", "func main() {", "\tfill()", "}")), List.of());

    private static String list(Profile profile, String symbol) throws IOException, ReportException {
        Report report = Report.of(profile, ListingOptions.of(symbol));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TextOutput out = new TextOutput(bytes);
        SourceListing.write(report, FILES, out);
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static ProfileBuilder builder() {
        return new ProfileBuilder(List.of(ListingOptions.SPACE));
    }

    @Test
    void write_functionWithSource_showsItsLines() throws Exception {
        ProfileBuilder b = builder();
        int fill = b.location("main.fill", "/src/fill.go", 7);
        int main = b.location("main.main", "/src/main.go", 4);
        int recursive = b.location("main.main", "/src/main.go", 5);
        b.sample(LabelSet.EMPTY, new int[] {fill, main, recursive, main}, 1024);
        b.sample(LabelSet.EMPTY, new int[] {recursive}, 512);
        assertThat(list(b.build(), "main\\.")).isEqualTo("""
                        Total: 1.50kB
                        ROUTINE ======================== main.fill in /src/fill.go
                               1kB        1kB (flat, cum) 66.67% of Total
                         Error: open /src/fill.go: no such file or directory
                        ROUTINE ======================== main.main in /src/main.go
                              512B     2.50kB (flat, cum) 166.67% of Total
                                 .          .      1:package main
                                 .          .      2:
                                 .          .      3:func main() {
                                 .        1kB      4:	fill()
                              512B     1.50kB      5:}
                        """);
    }

    @Test
    void write_functionWithoutFile_saysSo() throws Exception {
        ProfileBuilder b = builder();
        b.sample(LabelSet.EMPTY, new int[] {b.location("memcpy", "", 0)}, 1);
        assertThat(list(b.build(), "mem")).isEqualTo("Total: 1B\nNo source information for memcpy\n");
    }

    @Test
    void write_noMatch_isRefused() throws Exception {
        ProfileBuilder b = builder();
        b.sample(LabelSet.EMPTY, new int[] {b.location("memcpy", "", 0)}, 0);
        Profile profile = b.build();
        assertThatThrownBy(() -> list(profile, "main")).hasMessage("no matches found for regexp: main");
        assertThatThrownBy(() -> list(profile, "mem"))
                .as("only samples of zero")
                .hasMessage("no matches found for regexp: mem");
    }
}
