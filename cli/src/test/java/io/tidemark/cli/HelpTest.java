package io.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.cli.completion.CommandWords;
import io.tidemark.cli.completion.Word;
import io.tidemark.cli.console.FakeConsole;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of the help of every command. */
class HelpTest {
    private final FakeConsole console = new FakeConsole("");

    static Stream<CommandWords> commands() {
        return new CompletionCommand(new FakeConsole("").console()).commands().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void help_ofACommand_isTheSameEachWay(CommandWords command) {
        assertThat(run("help " + command.name())).isZero();
        String help = console.out();
        assertThat(help).isNotEmpty().endsWith("\n");
        assertThat(run(command.name() + " --help")).isZero();
        assertThat(run(command.name() + " -h")).isZero();
        assertThat(console.out()).isEqualTo(help.repeat(3));
        assertThat(console.err()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void help_ofACommandWithOptions_hasExamplesAndEveryFlagWithin80Columns(CommandWords command) {
        boolean hasOptions = command.flags().stream().map(Word::text).anyMatch(text -> text.startsWith("--"));
        if (hasOptions) {
            assertThat(run("help " + command.name())).isZero();
            assertThat(console.out()).contains("Example", "\nFlags:\n", "\nExit status: ");
            assertThat(console.out().lines()).allMatch(line -> line.length() <= 80);
            assertThat(command.flags())
                    .allSatisfy(flag -> assertThat(console.out()).contains("\n    " + flag.text() + " "));
        }
    }

    private int run(String line) {
        return new Main(console.console()).run(line.split(" "));
    }
}
