package io.tidemark.analysis.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analysis.report.ReportOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceReaderTest {
    private static final FakeFiles FILES = new FakeFiles(
            "/home/me/app",
            Map.of(
                    "/home/me/lib/a.c", List.of("one", "two"),
                    "/home/me/app/b.c", List.of("app"),
                    "/mod/github.com/!x/y@v1.0.0/z.go", List.of("package y")),
            List.of("/goroot/src", "/mod"));

    private static SourceReader reader(String searchPath, String trimPath) {
        return new SourceReader(FILES, new ReportOptions.Paths(searchPath, trimPath));
    }

    @Test
    void line_relativePath_isLookedForInAllDirectoriesAbove() {
        SourceReader reader = reader("/nowhere:/home/me/app/src", "");
        assertThat(reader.line("lib/a.c", 2)).contains("two");
        assertThat(reader.line("lib/a.c", 3)).isEmpty();
        assertThat(reader.line("lib/a.c", 0)).isEmpty();
        assertThat(reader.error("lib/a.c")).isEmpty();
    }

    @Test
    void line_absolutePath_mustBeThere() {
        SourceReader reader = reader("/x", "");
        assertThat(reader.line("/home/me/lib/a.c", 1)).contains("one");
        assertThat(reader.error("/lib/a.c")).contains("open /lib/a.c: no such file or directory");
        assertThat(reader.error("lib/c.c")).contains("could not find file lib/c.c on path /x");
    }

    @Test
    void line_withoutSearchPath_usesTheWorkingDirectory() {
        assertThat(reader("", "").line("/ci/7/app/b.c", 1)).contains("app");
        assertThat(reader("", "/ci/7").error("/ci/8/b.c")).contains("open /ci/8/b.c: no such file or directory");
    }

    @Test
    void line_versionedPath_isReadFromTheLibraries() {
        SourceReader reader = reader("/x", "");
        assertThat(reader.line("github.com/X/y@v1.0.0/z.go", 1)).contains("package y");
        assertThat(reader.line("/ci/go/pkg/mod/github.com/!x/y@v1.0.0/z.go", 1)).contains("package y");
        assertThat(reader.error("github.com/X/y@v1.0.1/z.go"))
                .contains("could not find file github.com/X/y@v1.0.1/z.go on path /x");
    }
}
