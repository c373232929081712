package io.tidemark.cli.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSourcesTest {
    @TempDir
    private Path directory;

    private static List<String> lines(String text) {
        return LocalSources.lines(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void lines_endsOfLines_areNoPartOfThem() {
        assertThat(lines("")).isEmpty();
        assertThat(lines("a\r\n\nb\rc\nd")).containsExactly("a", "", "b\rc", "d");
        assertThat(lines("a\n")).containsExactly("a");
    }

    @Test
    void lines_lineThatIsTooLong_endsTheFile() {
        String longest = "x".repeat(65535);
        assertThat(lines("a\n" + longest + "\nb")).containsExactly("a", longest, "b");
        assertThat(lines("a\n" + longest + "x\nb")).containsExactly("a");
    }

    @Test
    void lines_fileThatCannotBeRead_saysWhy() throws IOException {
        LocalSources sources = new LocalSources(Map.of());
        assertThatThrownBy(() -> sources.lines("/nowhere/a.c"))
                .hasMessage("open /nowhere/a.c: no such file or directory");
        assertThatThrownBy(() -> sources.lines("a\0")).hasMessageEndingWith(": invalid argument");
        Path file = Files.writeString(directory.resolve("a.c"), "one\n");
        assertThat(sources.lines(file.toString())).containsExactly("one");
        assertThatThrownBy(() -> sources.lines(file + "/b")).hasMessage("open " + file + "/b: not a directory");
        assertThat(sources.lines(directory.toString())).isEmpty();
    }

    @Test
    void libraries_areWhereGoKeepsThem() {
        assertThat(new LocalSources(Map.of("HOME", "/me")).libraries()).containsExactly("/me/go/pkg/mod");
        assertThat(new LocalSources(Map.of("GOPATH", "/p:/q", "GOROOT", "/r")).libraries())
                .containsExactly("/p/pkg/mod", "/r/src");
        assertThat(new LocalSources(Map.of("GOMODCACHE", "/m")).libraries()).containsExactly("/m");
    }

    @Test
    void workingDirectory_isThatOfTheShell() {
        String here = Path.of("").toAbsolutePath().toString();
        assertThat(new LocalSources(Map.of("PWD", "/nowhere")).workingDirectory())
                .isEqualTo(here);
        assertThat(new LocalSources(Map.of("PWD", here + "/.")).workingDirectory())
                .isEqualTo(here + "/.");
    }
}
