package io.tidemark.analysis.listing;

import io.tidemark.analysis.report.Legend;
import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.TextOutput;
import java.io.IOException;
import java.util.List;

/**
 * Writes a listing as a page of HTML. A line that became instructions unfolds, with the mouse or the keyboard; the page
 * has no script.
 */
final class CodePage {
    private static final int TAB = 8;

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>%s</title>
            <style>
            :root { color-scheme: light dark; --text: #1d2530; --quiet: #66707c; --page: #ffffff; --mark: #eef3f8;
              --code: #1a5f3c; --call: #1f4f8f; }
            @media (prefers-color-scheme: dark) {
              :root { --text: #dde3ea; --quiet: #8d98a5; --page: #14181d; --mark: #202830; --code: #7fcf9f;
                --call: #8fb8ee; }
            }
            body { margin: 1.5rem; color: var(--text); background: var(--page); font: 16px/1.5 system-ui, sans-serif; }
            h2 { margin: 2rem 0 0; font-size: 1.1rem; overflow-wrap: anywhere; }
            .legend { margin: 0; padding: 0; list-style: none; }
            .file, .sum { margin: 0; color: var(--quiet); overflow-wrap: anywhere; }
            .code { margin: .5rem 0 0; overflow-x: auto; font: 13px/1.45 ui-monospace, monospace; tab-size: 8; }
            .code div, summary { white-space: pre; }
            summary { cursor: pointer; list-style: none; }
            summary::-webkit-details-marker { display: none; }
            summary::before { content: "\\25B8"; position: absolute; color: var(--quiet); }
            details[open] > summary::before { content: "\\25BE"; }
            summary:hover, details[open] > summary { background: var(--mark); }
            .dead, .head, .place { color: var(--quiet); }
            .asm { color: var(--code); }
            .call { color: var(--call); }
            </style>
            </head>
            <body>
            """;

    private final TextOutput out;

    private CodePage(TextOutput out) {
        this.out = out;
    }

    static void write(Report report, CodeListing listing, TextOutput out) throws IOException {
        new CodePage(out).write(Legend.ofProfile(report), report, listing);
    }

    private void write(List<String> legend, Report report, CodeListing listing) throws IOException {
        String title = report.options().legend().title();
        String name = title.isEmpty() ? "unknown" : title;
        out.text(HEAD.replace("%s", escape(name + " " + report.options().value().name())));
        out.line("<ul class=\"legend\">");
        for (String line : legend) {
            out.line("<li>" + escape(line) + "</li>");
        }
        out.line("<li>Total: " + escape(listing.total()) + "</li>");
        out.line("</ul>");
        if (listing.functions().stream().anyMatch(CodePage::hasInstructions)) {
            out.line(
                    "<p>A line with a triangle unfolds: it shows the instructions that it became, and the calls that were"
                            + " inlined there.</p>");
        }
        for (CodeListing.Function function : listing.functions()) {
            write(function);
        }
        out.line("</body>").line("</html>");
    }

    private static boolean hasInstructions(CodeListing.Function function) {
        return function.lines().stream().anyMatch(line -> !line.instructions().isEmpty());
    }

    private void write(CodeListing.Function function) throws IOException {
        out.line("<h2>" + escape(function.name()) + "</h2>");
        out.line("<p class=\"file\">" + escape(function.file()) + "</p>");
        out.line("<p class=\"sum\">" + escape(function.cost().flat()) + " flat, "
                + escape(function.cost().cum()) + " cumulative ("
                + escape(function.share().strip()) + " of the total)</p>");
        out.line("<div class=\"code\"><div class=\"head\">" + columns("line", new CodeListing.Cost("flat", "cum"))
                + "source</div>");
        for (CodeListing.Line line : function.lines()) {
            write(line);
        }
        out.line("</div>");
    }

    private void write(CodeListing.Line line) throws IOException {
        String text = columns(Long.toString(line.number()), line.cost()) + escape(line.text());
        if (line.instructions().isEmpty()) {
            out.line("<div" + (line.isLive() ? "" : " class=\"dead\"") + ">" + text + "</div>");
            return;
        }
        int indent = indent(line.text());
        out.text("<details><summary>" + text + "</summary><div class=\"asm\">");
        for (CodeListing.Instruction instruction : line.instructions()) {
            write(instruction, indent);
        }
        out.line("</div></details>");
    }

    private void write(CodeListing.Instruction instruction, int indent) throws IOException {
        String blank = columns("", new CodeListing.Cost("", ""));
        if (instruction.startsBlock()
                && (instruction.isKnown() || !instruction.calls().isEmpty())) {
            out.line(blank + " ".repeat(indent + 4) + "\u22EE");
        }
        for (CodeListing.Call call : instruction.calls()) {
            out.line(blank + "<span class=\"call\">" + " ".repeat(indent + 4 + 4 * call.depth()) + escape(call.text())
                    + "</span>  <span class=\"place\">" + escape(call.place()) + "</span>");
        }
        if (instruction.isKnown()) {
            String code = " ".repeat(indent + 4 + 4 * instruction.depth()) + Long.toHexString(instruction.address())
                    + ": " + instruction.text();
            out.line(columns("", instruction.cost()) + escape(expanded(code)) + "  <span class=\"place\">"
                    + escape(instruction.place()) + "</span>");
        }
    }

    private static String columns(String number, CodeListing.Cost cost) {
        return right(number, 7) + right(escape(cost.flat()), 12) + right(escape(cost.cum()), 12) + "  ";
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.codePointCount(0, text.length()))) + text;
    }

    /** The width of the white space that a line starts with. */
    private static int indent(String line) {
        int column = 0;
        for (int i = 0; i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t'); i++) {
            column = line.charAt(i) == ' ' ? column + 1 : column + TAB - column % TAB;
        }
        return column;
    }

    /** Tabs as spaces, since the columns before would move them. */
    private static String expanded(String text) {
        return text.indexOf('\t') < 0 ? text : text.replace("\t", " ");
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
