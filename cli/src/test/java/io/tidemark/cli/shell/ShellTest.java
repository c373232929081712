package io.tidemark.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.cli.console.Console;
import io.tidemark.cli.console.FakeConsole;
import io.tidemark.cli.pprof.PprofCommand;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellTest {
    static final Path HEAP = Path.of("..", "examples", "scraper", "heap-after.pb.gz");

    @TempDir
    private Path directory;

    @Test
    void run_always_greetsWithWhatTheProfileIs() {
        FakeConsole console = type("");
        assertThat(console.err()).contains("File: scraper\n", "Type: inuse_space\n", "Type \"help\"");
        assertThat(console.out()).isEqualTo("(pprof) ");
    }

    @Test
    void run_quit_readsNoFurther() {
        for (String quit : List.of("q", "quit", "exit", " q ")) {
            assertThat(type(quit + "\ntop\n").out()).isEqualTo("(pprof) ");
        }
    }

    @Test
    void run_lastLineWithoutEnd_isCarriedOut() {
        assertThat(type("comments").out()).isEqualTo("(pprof) (pprof) ");
        assertThat(type("nodecount").err()).endsWith("please specify a value, e.g. nodecount=<val>\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        nodecount=x          | nodecount: 'x' (expected a whole number)
        sample_index=9       | sample_index: '9' (expected one of alloc_objects, alloc_space, inuse_objects, inuse_space, or a number of 0..3)
        sort=up              | sort: 'up' (expected cum, flat)
        mean=perhaps         | mean: 'perhaps' (expected true or false)
        focus=(              | focus: '(' (expected a regular expression: missing closing ))
        tagfocus=a=[         | tagfocus: '[' (expected a regular expression: missing closing ])
        xyzzy                | unrecognized command: "xyzzy" (help lists all)
        help tpo             | no command and no setting has the name tpo (did you mean top?)
        top (                | focus: '(' (expected a regular expression: missing closing ))
        focus main           | did you mean: focus=main
        help xyzzy           | no command and no setting has the name xyzzy
        web >                | >: no file (expected its name after it)
        top >/no/such/place  | /no/such/place: no such file or directory
        """)
    void run_mistake_isToldAndTheNextLineIsRead(String line, String message) {
        FakeConsole console = type(line + "\ncomments\n");
        assertThat(console.err()).endsWith(message + "\n");
        assertThat(console.out()).endsWith("(pprof) (pprof) ");
    }

    @Test
    void run_assignment_holdsUntilTheNext() {
        FakeConsole console = type("focus = main.* //: only ours\nsample_index=0\nmean\no\n:\no\n");
        assertThat(console.err())
                .contains("  focus                     = main.*               \n")
                .contains("  mean                      = true                 \n")
                .contains("  sample_index              = alloc_objects        //: [alloc_objects")
                .contains("  focus                     = \"\"                   \n");
    }

    @Test
    void run_wordThatIsNoExpression_leavesTheSettingAsItWas() {
        assertThat(type("focus=main\nfocus=(\no\n").err())
                .contains("  focus                     = main                 \n");
    }

    @Test
    void run_nameOfAChoice_makesIt() {
        assertThat(type("lines\ncum\no\n").err())
                .contains("  granularity               = lines  ")
                .contains("  sort                      = cum  ");
    }

    @Test
    void run_pipe_isRefused() {
        FakeConsole console = type("top3 | less\n");
        assertThat(console.err()).contains("|: no pipes here (expected >FILE; outside");
        assertThat(console.out()).isEqualTo("(pprof) (pprof) ");
    }

    @Test
    void run_nameOfASampleType_selectsIt() {
        assertThat(type("mean_alloc_space\no\n").err())
                .contains("  mean                      = true  ")
                .contains("  sample_index              = alloc_space  ");
        assertThat(type("mean_alloc_space\ntotal_alloc_space\no\n").err())
                .contains("  mean                      = false ");
    }

    @Test
    void run_redirected_writesTheFile() {
        Path file = directory.resolve("report");
        FakeConsole console = type("top3 >" + file + "\n");
        assertThat(console.out()).isEqualTo("(pprof) (pprof) ");
        assertThat(console.err()).endsWith("Generating report in " + file + "\n");
        assertThat(file).content().startsWith("Showing nodes accounting for");
    }

    @Test
    void run_interruptedInTheMiddle_goesOnWithTheNextLine() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        AtomicReference<Console> console = new AtomicReference<>();
        OutputStream impatient = new OutputStream() {
            @Override
            public void write(int b) {
                written.write(b);
                if (written.toString(StandardCharsets.UTF_8).endsWith("flat%")) {
                    Objects.requireNonNull(console.get()).interrupt();
                }
            }
        };
        ByteArrayInputStream typed = new ByteArrayInputStream("top\nfolded\n".getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        console.set(new Console(typed, impatient, err, new FakeConsole("")));
        assertThat(new PprofCommand(Objects.requireNonNull(console.get())).run(List.of(HEAP.toString())))
                .isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).endsWith("(interrupted)\n");
        assertThat(written.toString(StandardCharsets.UTF_8)).contains("flat%", "main.main;main.(*scraper).scrape;");
    }

    @Test
    void help_ofEverything_namesAllCommandsAndSettings() {
        assertThat(type("help\n").err())
                .contains("    top  ", "    tagfocus  ", "    filefunctions  ", "    o, options  ");
        assertThat(type("help top\n").err()).contains("  top [N] [FRAME]... [-FRAME]... [-cum] [>FILE]\n");
        assertThat(type("help sample_index\n").err()).contains("This profile has alloc_objects, alloc_space,");
        assertThat(type("help q\nhelp o\nhelp help\nhelp :\n").err()).endsWith("""
                Leave
                Print the settings and what they can be
                Explain a command or a setting
                Take focus, ignore, hide, tagfocus and tagignore away
                """);
        assertThat(type("help mean_inuse_space\n").err()).endsWith("The same as mean=1 and sample_index=inuse_space\n");
        assertThat(type("help lines\n").err()).contains("Add up by line of source\n");
    }

    static FakeConsole type(String lines) {
        FakeConsole console = new FakeConsole(lines);
        assertThat(new PprofCommand(console.console()).run(List.of(HEAP.toString())))
                .isZero();
        return console;
    }
}
