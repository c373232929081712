package io.tidemark.analysis.answer;

/** Text of strangers, such as names of functions, in Markdown: where it can be no markup. */
public final class Markdown {
    private Markdown() {}

    /** In a code span. */
    public static String code(String text) {
        return "`" + text.replace('`', '\'').replace('\n', ' ') + "`";
    }

    /** With a backslash before what Markdown or HTML would take for markup. */
    public static String escaped(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]<>#|~&])", "\\\\$1").replace('\n', ' ');
    }
}
