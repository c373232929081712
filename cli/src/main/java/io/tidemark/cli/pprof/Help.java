package io.tidemark.cli.pprof;

import io.tidemark.cli.command.HelpText;

/** The help of {@code tidemark pprof}. */
final class Help {
    private Help() {}

    private static final String HEAD = """
            Usage:
              tidemark pprof COMMAND [FLAG]... [BINARY] SOURCE...   print or draw one report
              tidemark pprof [FLAG]... [BINARY] SOURCE...           ask questions in a shell

            A source is a file, a directory or the address of a running program. Several are added up. A flag is
            written with one dash or two, its value after = or a space. Flags come before the sources.

            Examples:
              tidemark pprof -top heap.pb.gz
                  where memory is held, by function
              tidemark pprof -top -cum -sample_index=alloc_space -focus=http heap.pb.gz
                  what requests allocate in all
              tidemark pprof -list='main\\.parse' heap.pb.gz
                  the same by line of source
              tidemark pprof -top -diff_base before.pb.gz after.pb.gz
                  what has grown
              tidemark pprof -svg -output=cpu.svg http://localhost:6060/debug/pprof/profile?seconds=30
                  a graph of where time goes

            Commands (at most one; FUNCTION is a regular expression):
            """;

    private static final String TAIL = """

            Environment:
                PPROF_TMPDIR          Where fetched profiles are kept (~/pprof)
                PPROF_TOOLS           Where addr2line, nm and objdump are, as -tools
                PPROF_BINARY_PATH     Where binaries are, by build id or name (~/pprof/binaries)
                BROWSER               What web and weblist open
                NO_COLOR              No colours in messages, if set
                TIDEMARK_JAVA_OPTS    Options for Java, such as -Xmx8g for large profiles

            Exit status: 0 done, 2 bad usage or an input that can't be read.
            """;

    static String text() {
        StringBuilder text = new StringBuilder(HEAD);
        text.append(HelpText.commands("-"));
        text.append("\nSettings (the shell has them too):\n").append(HelpText.settings("-"));
        group(text, "Sources", SourceFlag.Group.SOURCE);
        group(text, "Symbols", SourceFlag.Group.SYMBOLS);
        group(text, "Limits (what exceeds them is refused)", SourceFlag.Group.LIMIT);
        group(text, "Web page", SourceFlag.Group.WEB);
        group(text, "Sample types", SourceFlag.Group.SAMPLE_TYPE);
        return text.append(TAIL).toString();
    }

    private static void group(StringBuilder text, String title, SourceFlag.Group group) {
        text.append('\n').append(title).append(":\n");
        for (SourceFlag flag : SourceFlag.ALL) {
            if (flag.group() == group) {
                String argument = flag.flag().argument();
                text.append(HelpText.line(
                        "-" + flag.label() + (argument.isEmpty() ? "" : "=" + argument),
                        flag.flag().help()));
            }
        }
    }
}
