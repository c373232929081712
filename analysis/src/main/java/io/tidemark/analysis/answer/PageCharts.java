package io.tidemark.analysis.answer;

import static io.tidemark.analysis.page.Page.escaped;

import io.tidemark.analysis.report.TextOutput;
import io.tidemark.analysis.signal.Series;
import io.tidemark.analysis.signal.Signal;
import io.tidemark.analysis.signal.Signals;
import io.tidemark.model.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The numbers of a page over time. What always matters is drawn where it was seen, the rest where it grew. */
final class PageCharts {
    private static final int LEAST = 3; // values of a line
    private static final double NOTABLE = 0.1; // growth, as a share of the last value
    private static final double NOTABLE_BYTES = 4 << 20;
    private static final double NOTABLE_COUNT = 5;

    private record Chart(Signal signal, String title, boolean always) {}

    private static final List<Chart> CHARTS = List.of(
            new Chart(Signal.LIVE_HEAP, "Live heap", true),
            new Chart(Signal.RSS, "Resident memory", true),
            new Chart(Signal.GOROUTINES, "Goroutines", true),
            new Chart(Signal.FDS, "Open descriptors", true),
            new Chart(Signal.THREADS, "Threads", false),
            new Chart(Signal.STACKS, "Stacks of goroutines", false),
            new Chart(Signal.OFF_HEAP, "Memory outside of Go's runtime", false),
            new Chart(Signal.WORKING_SET, "Container memory, as Kubernetes shows it", false),
            new Chart(Signal.FILE, "Page cache of the container", false));

    private final Signals signals;
    private final List<Chart> drawn;

    PageCharts(Signals signals) {
        this.signals = signals;
        this.drawn = CHARTS.stream().filter(this::isDrawn).toList();
    }

    private boolean isDrawn(Chart chart) {
        Series series = signals.series(chart.signal());
        return series.size() >= LEAST
                && (chart.always() || series.change() > Math.max(least(chart), NOTABLE * Math.abs(series.last())));
    }

    private static double least(Chart chart) {
        return chart.signal().unit() == Signal.Unit.BYTES ? NOTABLE_BYTES : NOTABLE_COUNT;
    }

    void section(TextOutput out) throws IOException {
        if (drawn.isEmpty()) {
            return;
        }
        out.text("<section id=\"charts\"><h2>Over time</h2><div class=\"charts\">");
        for (Chart chart : drawn) {
            out.text("<figure><figcaption title=\"" + escaped(chart.signal().meaning()) + "\">" + escaped(chart.title())
                    + " <output></output></figcaption><div class=\"chart\"><canvas id=\""
                    + chart.signal().label() + "\" tabindex=\"0\" role=\"img\" aria-label=\"" + escaped(label(chart))
                    + "\"></canvas></div></figure>");
        }
        out.text("</div></section>");
    }

    private String label(Chart chart) {
        Series series = signals.series(chart.signal());
        return chart.title() + ": " + value(chart, series.first()) + " became " + value(chart, series.last()) + " in "
                + Quantity.time(series.length()) + "; arrow keys move the cursor";
    }

    private static String value(Chart chart, double value) {
        return Quantity.of(chart.signal().unit(), value);
    }

    void data(TextOutput out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonWriter json = new JsonWriter(bytes);
        json.beginArray();
        for (Chart chart : drawn) {
            Series series = signals.series(chart.signal());
            json.inline().beginObject().member("id", chart.signal().label());
            json.member("unit", chart.signal().unit().name().toLowerCase(Locale.ROOT));
            json.name("points").beginArray();
            for (int i = 0; i < series.size(); i++) {
                json.beginArray().value(series.second(i)).value(series.value(i)).end();
            }
            json.end().end();
        }
        json.end().flush();
        out.bytes(bytes.toByteArray());
    }
}
