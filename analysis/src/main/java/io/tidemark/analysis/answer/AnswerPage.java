package io.tidemark.analysis.answer;

import static io.tidemark.analysis.page.Page.escaped;

import io.tidemark.analysis.finding.Diagnosis;
import io.tidemark.analysis.finding.RuledOut;
import io.tidemark.analysis.finding.Verdict;
import io.tidemark.analysis.flame.FlamePage;
import io.tidemark.analysis.page.Page;
import io.tidemark.analysis.report.TextOutput;
import io.tidemark.analysis.signal.Signals;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * A diagnosis as one file of HTML: verdict, findings, where the memory is, how it changed, and flame graphs.
 *
 * <p>It needs no network, and nothing of the target's can become markup or program.
 */
public final class AnswerPage {
    private static final String CHART = "/META-INF/resources/webjars/chart.js/4.4.3/dist/chart.umd.js";

    private final Diagnosis diagnosis;
    private final boolean isSaidByFindings;
    private final PageCharts charts;
    private final PageFlames flames;

    private AnswerPage(Diagnosis diagnosis, Signals signals, List<Flame> flames) throws IOException {
        this.diagnosis = diagnosis;
        Verdict verdict = diagnosis.verdict();
        this.isSaidByFindings = verdict != Verdict.HEALTHY
                && verdict != Verdict.UNDECIDED
                && !diagnosis.findings().isEmpty();
        this.charts = new PageCharts(signals);
        this.flames = new PageFlames(flames);
    }

    /** Writes the page; the output is not flushed. */
    public static void write(Diagnosis diagnosis, Signals signals, List<Flame> flames, TextOutput out)
            throws IOException {
        Page page = Page.of(AnswerPage.class, "answer.html", "answer.css", List.of("charts.js", "flames.js"))
                .withLibrary(Page.resource(AnswerPage.class, CHART));
        AnswerPage answer = new AnswerPage(diagnosis, signals, flames);
        (flames.isEmpty() ? page : page.with(FlamePage.page())).write(answer::fill, out);
    }

    private void fill(String place, TextOutput out) throws IOException {
        switch (place) {
            case "title" ->
                out.text(escaped(
                        diagnosis.verdict().label() + ": " + diagnosis.target().name()));
            case "target" -> target(out);
            case "verdict" -> verdict(out);
            case "findings" -> new PageFindings(flames, out).write(diagnosis.findings(), isSaidByFindings);
            case "ruledOut" -> ruledOut(out);
            case "accounting" -> new PageAccount(diagnosis).write(out);
            case "charts" -> charts.section(out);
            case "flames" -> flames.section(out);
            case "notes" -> notes(out);
            case "series" -> charts.data(out);
            case "graphs" -> flames.data(out);
            default -> throw new IllegalStateException(place);
        }
    }

    private void target(TextOutput out) throws IOException {
        String runtime = diagnosis.target().runtime();
        String from =
                diagnosis.observed().from().toString().replaceFirst("T", " ").replaceFirst("(\\.\\d+)?Z", " UTC");
        out.text("<strong>" + escaped(diagnosis.target().name()) + "</strong>"
                + (runtime.isEmpty() ? "" : "<span>" + escaped(runtime) + "</span>") + "<span>" + escaped(from)
                + "</span><span>" + escaped(Head.observed(diagnosis.observed())) + "</span>");
    }

    private void verdict(TextOutput out) throws IOException {
        if (isSaidByFindings) {
            return;
        }
        String tone = diagnosis.verdict() == Verdict.HEALTHY ? "calm" : "info";
        out.text("<section class=\"finding " + tone + "\"><h1><span class=\"badge " + tone + "\">"
                + diagnosis.verdict().label().toUpperCase(Locale.ROOT) + "</span></h1><p>"
                + escaped(diagnosis.because()) + "</p></section>");
    }

    private void ruledOut(TextOutput out) throws IOException {
        if (!diagnosis.ruledOut().isEmpty()) {
            out.text("<section><h2>What it is not</h2><dl>");
            for (RuledOut ruledOut : diagnosis.ruledOut()) {
                out.text("<dt>" + escaped(ruledOut.kind().words()) + "</dt><dd>" + escaped(ruledOut.because())
                        + "</dd>");
            }
            out.text("</dl></section>");
        }
    }

    private void notes(TextOutput out) throws IOException {
        if (!diagnosis.notes().isEmpty()) {
            out.text("<section><h2>Notes</h2><ul>");
            for (String note : diagnosis.notes()) {
                out.text("<li>" + escaped(note) + "</li>");
            }
            out.text("</ul></section>");
        }
    }
}
