package io.tidemark.analysis.answer;

import static io.tidemark.analysis.page.Page.escaped;

import io.tidemark.analysis.finding.Culprit;
import io.tidemark.analysis.finding.Evidence;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.report.TextOutput;
import java.io.IOException;
import java.util.List;

/** The findings of a page. */
final class PageFindings {
    private final PageFlames flames;
    private final TextOutput out;

    PageFindings(PageFlames flames, TextOutput out) {
        this.flames = flames;
        this.out = out;
    }

    /**
     * Writes findings.
     *
     * @param isAnswer whether the first of them is the answer, and so the heading of the page
     */
    void write(List<Finding> findings, boolean isAnswer) throws IOException {
        List<Defect> defects = Defect.of(findings);
        for (int i = 0; i < defects.size(); i++) {
            finding(defects.get(i), i == 0 && isAnswer ? "h1" : "h2");
        }
    }

    private void finding(Defect defect, String heading) throws IOException {
        Finding finding = defect.finding();
        String tone = finding.severity().label();
        out.text("<section class=\"finding " + tone + "\"><" + heading + "><span class=\"badge " + tone + "\">"
                + defect.label() + "</span> " + escaped(finding.title()) + "</" + heading + "><p class=\"faint\">"
                + escaped(finding.kind().words()) + " · "
                + finding.confidence().level() + " confidence</p><dl>");
        row("Cause", "", prose(finding.cause()));
        if (finding.culprit().isPresent()) {
            row("Where", "", place(finding.culprit().get()) + link(finding));
        }
        list("Also in", "", defect.places().stream().map(PageFindings::prose).toList());
        list(
                "Evidence",
                "",
                finding.evidence().stream().map(PageFindings::evidence).toList());
        list("Fix", "fix", finding.fix().stream().map(PageFindings::prose).toList());
        if (finding.rate().secondsToLimit().isPresent()) {
            double seconds = finding.rate().secondsToLimit().getAsDouble();
            row("Deadline", tone, escaped(Head.deadline(seconds)));
        }
        if (finding.confidence().probability() < 0.95) {
            list(
                    "Missing",
                    "",
                    finding.confidence().missing().stream()
                            .map(PageFindings::prose)
                            .toList());
        }
        out.text("</dl>");
        stack(finding);
        out.text("</section>\n");
    }

    private void row(String name, String tone, String html) throws IOException {
        out.text("<dt>" + name + "</dt><dd class=\"" + tone + "\">" + html + "</dd>");
    }

    private void list(String name, String tone, List<String> items) throws IOException {
        if (!items.isEmpty()) {
            row(name, tone, "<ul><li>" + String.join("</li><li>", items) + "</li></ul>");
        }
    }

    private static String evidence(Evidence evidence) {
        return prose(evidence.text()) + " <span class=\"faint\">" + escaped(evidence.source()) + "</span>";
    }

    /** Text, with code as code. */
    private static String prose(String text) {
        StringBuilder html = new StringBuilder();
        for (Prose.Piece piece : Prose.pieces(text)) {
            html.append(piece.isCode() ? "<code>" : "").append(escaped(piece.text()));
            html.append(piece.isCode() ? "</code>" : "");
        }
        return html.toString();
    }

    private static String place(Culprit culprit) {
        String place = culprit.place();
        return "<code>" + escaped(culprit.function()) + "</code> " + escaped(place);
    }

    private String link(Finding finding) {
        return flames.link(finding)
                .map(link -> " <a href=\"#flames\" data-graph=\"" + link.graph().label() + "\" data-search=\""
                        + escaped(link.search()) + "\">show it in the flame graph</a>")
                .orElse("");
    }

    private void stack(Finding finding) throws IOException {
        List<String> stack = finding.culprit().map(StackLines::whole).orElse(List.of());
        if (!stack.isEmpty()) {
            out.text("<details><summary>Stack, " + stack.size() + (stack.size() == 1 ? " frame" : " frames")
                    + "</summary><pre>" + escaped(String.join("\n", stack)) + "</pre></details>");
        }
    }
}
