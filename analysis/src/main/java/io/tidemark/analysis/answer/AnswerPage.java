package io.tidemark.analysis.answer;

import static io.tidemark.analysis.page.Page.escaped;

import io.tidemark.analysis.finding.AccountingLine;
import io.tidemark.analysis.finding.Diagnosis;
import io.tidemark.analysis.finding.Evidence;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.RuledOut;
import io.tidemark.analysis.finding.Severity;
import io.tidemark.analysis.finding.Verdict;
import io.tidemark.analysis.flame.FlamePage;
import io.tidemark.analysis.page.Page;
import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.TextOutput;
import io.tidemark.analysis.signal.Series;
import io.tidemark.analysis.signal.Signal;
import io.tidemark.analysis.signal.Signals;
import io.tidemark.model.json.JsonWriter;
import io.tidemark.model.measurement.Decimal;
import io.tidemark.model.profile.Utf8;
import java.io.ByteArrayOutputStream;
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

    /** What is drawn, where it was seen. */
    private static final List<Signal> CHARTS = List.of(
            Signal.LIVE_HEAP,
            Signal.GOROUTINES,
            Signal.FDS,
            Signal.THREADS,
            Signal.RSS,
            Signal.STACKS,
            Signal.OFF_HEAP,
            Signal.USAGE,
            Signal.ANON,
            Signal.FILE);

    private final Diagnosis diagnosis;
    private final Signals signals;
    private final List<Flame> flames;

    /**
     * A flame graph to show.
     *
     * @param title what it shows
     */
    public record Flame(String title, Report report) {}

    private AnswerPage(Diagnosis diagnosis, Signals signals, List<Flame> flames) {
        this.diagnosis = diagnosis;
        this.signals = signals;
        this.flames = flames;
    }

    /** Writes the page; the output is not flushed. */
    public static void write(Diagnosis diagnosis, Signals signals, List<Flame> flames, TextOutput out)
            throws IOException {
        Page page = Page.of(AnswerPage.class, "answer.html", "answer.css", List.of("answer.js"))
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
            case "findings" -> findings(out);
            case "ruledOut" -> ruledOut(out);
            case "accounting" -> accounting(out);
            case "charts" -> charts(out);
            case "flames" -> flames(out);
            case "notes" -> notes(out);
            case "series" -> series(out);
            default -> throw new IllegalStateException(place);
        }
    }

    private void target(TextOutput out) throws IOException {
        Diagnosis.Observed observed = diagnosis.observed();
        String runtime = diagnosis.target().runtime();
        out.text(escaped(diagnosis.target().name() + (runtime.isEmpty() ? "" : " · " + runtime) + " · from "
                + observed.from() + ", " + Quantity.time(observed.seconds()) + " · " + observed.captures()
                + " profiles, " + observed.forcedCollections() + " forced collections"));
    }

    private void verdict(TextOutput out) throws IOException {
        Verdict verdict = diagnosis.verdict();
        String tone = verdict == Verdict.HEALTHY
                ? "calm"
                : diagnosis.findings().isEmpty()
                        ? "info"
                        : diagnosis.findings().get(0).severity().label();
        String title = diagnosis.findings().isEmpty()
                ? ""
                : diagnosis.findings().get(0).title();
        out.text("<h1><span class=\"badge " + tone + "\">" + verdict.label().toUpperCase(Locale.ROOT) + "</span>"
                + escaped(title) + "</h1>");
        if (!diagnosis.because().isEmpty()) {
            out.text("<p class=\"because\">" + escaped(diagnosis.because()) + "</p>");
        }
    }

    private void findings(TextOutput out) throws IOException {
        for (Finding finding : diagnosis.findings()) {
            out.text("<section class=\"finding\"><h2><span class=\""
                    + finding.severity().label() + "\">"
                    + escaped(finding.kind().words()) + "</span>"
                    + escaped(finding.title()) + "<span class=\"confidence\">"
                    + finding.confidence().level() + " confidence</span></h2><dl>");
            out.text("<dt>Cause</dt><dd>" + escaped(finding.cause()) + "</dd>");
            list("Evidence", "", finding.evidence().stream().map(Evidence::text).toList(), out);
            list("Fix", "fix", finding.fix(), out);
            if (finding.rate().secondsToLimit().isPresent()) {
                double seconds = finding.rate().secondsToLimit().getAsDouble();
                String tone = finding.severity() == Severity.CRITICAL ? "critical" : "warning";
                out.text("<dt>Deadline</dt><dd class=\"" + tone + "\">the limit is reached in "
                        + escaped(Quantity.time(seconds)) + " at this rate</dd>");
            }
            if (finding.culprit().isPresent()) {
                out.text("<dt>Stack</dt><dd><pre>"
                        + escaped(String.join(
                                "\n", StackLines.of(finding.culprit().get().stack()))) + "</pre></dd>");
            }
            list("Surer if", "", finding.confidence().missing(), out);
            out.text("</dl></section>\n");
        }
    }

    private static void list(String name, String tone, List<String> items, TextOutput out) throws IOException {
        if (!items.isEmpty()) {
            out.text("<dt>" + name + "</dt><dd><ul>");
            for (String item : items) {
                out.text("<li class=\"" + tone + "\">" + escaped(item) + "</li>");
            }
            out.text("</ul></dd>");
        }
    }

    private void ruledOut(TextOutput out) throws IOException {
        if (!diagnosis.ruledOut().isEmpty()) {
            out.text("<h2>What it is not</h2><table>");
            for (RuledOut ruledOut : diagnosis.ruledOut()) {
                out.text("<tr><td>" + escaped(ruledOut.kind().words()) + "</td><td>" + escaped(ruledOut.because())
                        + "</td></tr>");
            }
            out.text("</table>");
        }
    }

    private void accounting(TextOutput out) throws IOException {
        List<AccountingLine> lines = diagnosis.accounting();
        if (lines.isEmpty()) {
            return;
        }
        double whole = Math.max(1, Math.abs(lines.get(0).bytes()));
        out.text("<h2>Where the memory is</h2><table><tr><th>what</th><th class=\"number\">size</th>"
                + "<th class=\"number\">a minute</th><th></th><th>source</th></tr>");
        for (AccountingLine line : lines) {
            double share = Math.min(1, Math.abs(line.bytes()) / whole);
            boolean grows = line.bytesPerMinute() > 0.02 * whole;
            out.text("<tr><td class=\"depth" + Math.min(line.depth(), 4) + "\">" + escaped(line.line())
                    + "</td><td class=\"number\">" + Quantity.bytes(line.bytes()) + "</td><td class=\"number\">"
                    + Quantity.change(line.bytesPerMinute())
                    + "</td><td class=\"bar\"><svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                    + "<rect height=\"10\" width=\"" + Decimal.fixed(share * 100, 2) + "\""
                    + (grows ? " class=\"grows\"" : "") + "/></svg></td><td>" + escaped(line.source()) + "</td></tr>");
        }
        out.text("</table>");
    }

    private List<Signal> drawn() {
        return CHARTS.stream()
                .filter(signal -> signals.series(signal).size() > 2)
                .toList();
    }

    private void charts(TextOutput out) throws IOException {
        if (drawn().isEmpty()) {
            return;
        }
        out.text("<h2>Over time</h2><div class=\"charts\">");
        for (Signal signal : drawn()) {
            out.text("<figure><figcaption>" + escaped(signal.meaning()) + "</figcaption><div class=\"chart\">"
                    + "<canvas id=\"" + signal.label() + "\" role=\"img\" aria-label=\"" + escaped(signal.meaning())
                    + "\"></canvas></div></figure>");
        }
        out.text("</div>");
    }

    private void series(TextOutput out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonWriter json = new JsonWriter(bytes);
        json.beginArray();
        for (Signal signal : drawn()) {
            Series series = signals.series(signal);
            json.inline().beginObject().member("id", signal.label());
            json.member("unit", signal.unit().name().toLowerCase(Locale.ROOT));
            json.member("fromZero", Math.abs(series.change()) > 0.5 * Math.abs(series.last()));
            json.name("points").beginArray();
            for (int i = 0; i < series.size(); i++) {
                json.beginArray().value(series.second(i)).value(series.value(i)).end();
            }
            json.end().end();
        }
        json.end().flush();
        out.bytes(bytes.toByteArray());
    }

    private void flames(TextOutput out) throws IOException {
        for (Flame flame : flames) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            TextOutput page = new TextOutput(bytes);
            FlamePage.write(flame.report(), page);
            page.flush();
            out.text("<h2>" + escaped(flame.title()) + "</h2><iframe sandbox=\"allow-scripts\" title=\""
                    + escaped(flame.title()) + "\" srcdoc=\"" + escaped(Utf8.decode(bytes.toByteArray()))
                    + "\"></iframe>");
        }
    }

    private void notes(TextOutput out) throws IOException {
        if (!diagnosis.notes().isEmpty()) {
            out.text("<h2>Notes</h2><ul>");
            for (String note : diagnosis.notes()) {
                out.text("<li>" + escaped(note) + "</li>");
            }
            out.text("</ul>");
        }
    }
}
