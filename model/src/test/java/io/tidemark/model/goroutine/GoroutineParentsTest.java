package io.tidemark.model.goroutine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.model.code.Frame;
import io.tidemark.model.goroutine.GoroutineParents.Parent;
import io.tidemark.model.profile.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoroutineParentsTest {
    private static final String DUMP = """
            goroutine 1 [sleep]:
            time.Sleep(0x3b9aca00)
            \t/usr/local/go/src/runtime/time.go:285 +0x145
            main.serve({0x1, 0x2})
            \t/src/main.go:20 +0x5a

            goroutine 7 [select]:
            lib.(*Pool).watch(0xc0000)
            \t/mod/lib@v1.0.0/pool.go:85 +0x2b
            created by lib.New in goroutine 1
            \t/mod/lib@v1.0.0/pool.go:80 +0x3d

            goroutine 8 [chan receive]:
            lib.(*Pool).work(...)
            \t/mod/lib@v1.0.0/pool.go:95
            created by lib.(*Pool).watch in goroutine 7
            \t/mod/lib@v1.0.0/pool.go:81 +0x3d

            goroutine 9 [chan receive]:
            lib.(*Pool).work(0xc0008)
            \t/mod/lib@v1.0.0/pool.go:95 +0x2b
            created by lib.(*Pool).watch in goroutine 7
            \t/mod/lib@v1.0.0/pool.go:81 +0x3d

            goroutine 10 [chan receive]:
            main.orphan()
            \t/src/main.go:30 +0x2b
            created by main.gone in goroutine 99
            \t/src/main.go:31 +0x3d

            goroutine 11 [chan receive]:
            main.old()
            \t/src/main.go:40 +0x2b
            created by main.main
            \t/src/main.go:41 +0x3d
            """;

    @Test
    void read_parents_areFollowed_toTheFirst() throws IOException {
        List<Parent> parents = read(DUMP);
        Frame sleep = Frame.of("time.Sleep", "/usr/local/go/src/runtime/time.go", 285);
        Frame serve = Frame.of("main.serve", "/src/main.go", 20);
        Frame watch = Frame.of("lib.(*Pool).watch", "/mod/lib@v1.0.0/pool.go", 85);
        assertThat(parents)
                .containsExactly(
                        new Parent(
                                Frame.of("lib.(*Pool).watch", "/mod/lib@v1.0.0/pool.go", 81),
                                List.of(watch, sleep, serve),
                                2),
                        new Parent(Frame.of("lib.New", "/mod/lib@v1.0.0/pool.go", 80), List.of(sleep, serve), 1),
                        new Parent(Frame.of("main.gone", "/src/main.go", 31), List.of(), 1),
                        new Parent(Frame.of("main.main", "/src/main.go", 41), List.of(), 1));
    }

    @Test
    void read_whatIsNoDump_hasNone() throws IOException {
        assertThat(read("")).isEmpty();
        assertThat(read("<html>\n")).isEmpty();
    }

    @Test
    void read_cutOffAnywhere_isRead() throws IOException {
        for (int end = 0; end < DUMP.length(); end++) {
            assertThat(read(DUMP.substring(0, end))).hasSizeLessThanOrEqualTo(5);
        }
    }

    /** A goroutine that is its own ancestor, which no program writes. */
    @Test
    void read_circles_end() throws IOException {
        String circle = "goroutine 7 [select]:\nmain.f()\n\t/f.go:1 +0x2b\ncreated by main.f in goroutine 7\n";
        assertThat(read(circle).get(0).stack()).hasSize(8);
    }

    private static List<Parent> read(String text) throws IOException {
        return GoroutineParents.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Limits.DEFAULT);
    }
}
