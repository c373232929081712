package io.tidemark.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.analysis.view.View;
import io.tidemark.cli.command.CommandException;
import io.tidemark.cli.command.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        top ; nodecount=10
        text ; nodecount=10
        top10 ; nodecount=10
        top 5 ; nodecount=5
        top5 -cum ; sort=cum nodecount=5
        top -5 ; nodecount=-5
        tree ; ''
        tree --cum ; sort=cum
        top a b -c -d ; nodecount=10 focus=a|b ignore=c|d
        top >f ; output=f nodecount=10
        top > f g ; output=f nodecount=10 focus=g
        tags a -b ; tagfocus=a tagignore=b
        top 99999999999 ; nodecount=10 focus=99999999999
        traces\u00a0a ; focus=a
        """)
    void parse_command_changesTheViewForItself(String line, String view) throws CommandException {
        assertThat(parse(line).view()).hasToString(view);
    }

    @Test
    void parse_commandAboutFunctions_takesTheFirstWordAsItIs() throws CommandException {
        Request request = parse("list -foo bar");
        assertThat(request.function()).isEqualTo("-foo");
        assertThat(request.view()).hasToString("focus=bar");
        assertThat(parse("peek >x").function()).isEqualTo(">x");
    }

    @Test
    void parse_settingsOfTheShell_areOverruled() throws CommandException {
        View view = View.INITIAL.with("focus", "a").with("nodecount", "3");
        assertThat(CommandLine.parse(Words.of("top b"), view).view()).hasToString("nodecount=3 focus=b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        tpo ; unrecognized command: "tpo" (did you mean top?)
        10 ; unrecognized command: "10" (help lists all)
        xyzzy ; unrecognized command: "xyzzy" (help lists all)
        focus main ; did you mean: focus=main
        nodecount5 ; did you mean: nodecount=<val>
        cum ; did you mean: cum=<val>
        list ; list: no function (expected list FUNCTION [FRAME]... [-FRAME]... [>FILE])
        top > ; >: no file (expected its name after it)
        """)
    void parse_otherText_isRefused(String line, String message) {
        assertThatThrownBy(() -> parse(line))
                .isInstanceOf(CommandException.class)
                .hasMessage(message);
    }

    private static Request parse(String line) throws CommandException {
        return CommandLine.parse(Words.of(line), View.INITIAL);
    }
}
