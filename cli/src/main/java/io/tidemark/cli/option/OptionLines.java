package io.tidemark.cli.option;

import io.tidemark.analysis.answer.Paragraph;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The lines of a help that tell the options:
 *
 * <pre>{@code
 *     --duration TIME       How long to observe, such as 90s or 5m (60s)
 *     --help                This text
 * }</pre>
 */
final class OptionLines {
    private static final int TEXT = 26;
    private static final int WIDTH = 80;

    private OptionLines() {}

    static String of(CommandSpec spec) {
        StringBuilder lines = new StringBuilder();
        for (OptionSpec option : spec.options()) {
            String left = "    " + option.longestName() + (option.arity().max() > 0 ? " " + option.paramLabel() : "");
            for (String line : Paragraph.wrap(String.join(" ", option.description()), WIDTH - TEXT)) {
                lines.append(left)
                        .append(" ".repeat(Math.max(1, TEXT - left.length())))
                        .append(line)
                        .append('\n');
                left = "";
            }
        }
        return lines.toString();
    }
}
