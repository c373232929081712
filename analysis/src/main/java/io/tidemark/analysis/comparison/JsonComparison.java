package io.tidemark.analysis.comparison;

import io.tidemark.analysis.finding.Culprit;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.model.json.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A comparison as JSON, of the schema {@code tidemark.comparison/1}.
 *
 * <pre>{@code
 * { "schema": "tidemark.comparison/1",
 *   "outcome": "gone",
 *   "because": "the goroutine leak of util.NewPusher: +1,200 a minute before; ...",
 *   "worse": false,
 *   "before": {"name": "leaking.zip", "runtime": "go1.26.8", "seconds": 30, "captures": 14, "verdict": "leak"},
 *   "after": {...},
 *   "requestsPerMinute": {"before": 1200, "after": 1190},
 *   "findings": [ {"fate": "gone", "kind": "goroutine-leak", "severity": "critical", ...} ],
 *   "measures": [ {"measure": "goroutines", "unit": "count", "before": {"value": 616, ...}, ...} ],
 *   "heap": [ {"function": "util.NewPusher", ..., "before": 2097152, "after": 0, "error": 1048576, "clear": true} ],
 *   "goroutines": [],
 *   "cautions": [] }
 * }</pre>
 *
 * <p>What is not known is {@code null}, an empty string or an empty array; no member is ever left out.
 */
public final class JsonComparison {
    static final String SCHEMA = "tidemark.comparison/1";

    private final JsonWriter json;

    private JsonComparison(OutputStream out) {
        this.json = new JsonWriter(out);
    }

    /** Writes a comparison. The stream is flushed. */
    public static void write(Comparison comparison, OutputStream out) throws IOException {
        JsonComparison writer = new JsonComparison(out);
        writer.comparison(comparison);
        writer.json.flush();
    }

    private void comparison(Comparison comparison) throws IOException {
        json.beginObject()
                .member("schema", SCHEMA)
                .member("outcome", comparison.ruling().outcome().label())
                .member("because", comparison.ruling().because())
                .member("worse", comparison.isWorse());
        side("before", comparison.before());
        side("after", comparison.after());
        throughput(comparison.throughput());
        json.name("findings").beginArray();
        for (FindingPair pair : comparison.findings()) {
            pair(pair);
        }
        json.end().name("measures").beginArray();
        for (Move move : comparison.moves()) {
            move(move);
        }
        json.end();
        owners("heap", comparison.heap());
        owners("goroutines", comparison.goroutines());
        json.name("cautions").beginArray();
        for (String caution : comparison.cautions()) {
            json.value(caution);
        }
        json.end().end();
    }

    private void side(String name, Side side) throws IOException {
        json.name(name)
                .inline()
                .beginObject()
                .member("name", side.name())
                .member("url", side.diagnosis().target().url())
                .member("runtime", side.diagnosis().target().runtime())
                .member("seconds", side.seconds())
                .member("captures", side.diagnosis().observed().captures())
                .member("verdict", side.diagnosis().verdict().label())
                .end();
    }

    private void throughput(Optional<Throughput> throughput) throws IOException {
        json.name("requestsPerMinute");
        if (throughput.isEmpty()) {
            json.nullValue();
            return;
        }
        json.inline()
                .beginObject()
                .member("before", throughput.get().before())
                .member("after", throughput.get().after())
                .end();
    }

    private void pair(FindingPair pair) throws IOException {
        Finding finding = pair.finding();
        json.beginObject()
                .member("fate", pair.fate().label())
                .member("because", pair.because())
                .member("kind", finding.kind().label())
                .member("severity", finding.severity().label())
                .member("signature", finding.signature())
                .member("title", finding.title());
        finding("before", pair.before());
        finding("after", pair.after());
        json.end();
    }

    private void finding(String name, Optional<Finding> found) throws IOException {
        json.name(name);
        if (found.isEmpty()) {
            json.nullValue();
            return;
        }
        json.inline().beginObject();
        culprit(found.get().culprit().orElse(new Culprit("", "", 0, List.of())));
        json.member("bytesPerMinute", found.get().rate().bytesPerMinute())
                .member("countPerMinute", found.get().rate().countPerMinute())
                .end();
    }

    private void culprit(Culprit culprit) throws IOException {
        json.member("function", culprit.function())
                .member("file", culprit.file())
                .member("line", culprit.line());
    }

    private void move(Move move) throws IOException {
        json.beginObject()
                .member("measure", move.measure().words())
                .member("unit", move.measure().unit().name().toLowerCase(Locale.ROOT))
                .member(
                        "per",
                        move.measure().form() != Measure.Form.RATE ? "" : move.isPerMany() ? "1000 requests" : "second")
                .member("judgement", move.judgement().label());
        level("before", move.before());
        level("after", move.after());
        json.member("change", move.change()).end();
    }

    private void level(String name, Level level) throws IOException {
        json.name(name)
                .inline()
                .beginObject()
                .member("value", level.value())
                .member("error", level.error())
                .member("values", level.values())
                .member("growthPerMinute", level.slope().orElse(0))
                .end();
    }

    private void owners(String name, List<OwnerChange> changes) throws IOException {
        json.name(name).beginArray();
        for (OwnerChange change : changes) {
            json.inline().beginObject();
            culprit(change.owner());
            json.member("before", change.before())
                    .member("after", change.after())
                    .member("error", change.error())
                    .member("clear", change.isClear())
                    .end();
        }
        json.end();
    }
}
