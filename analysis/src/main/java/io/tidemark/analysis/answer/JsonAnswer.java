package io.tidemark.analysis.answer;

import io.tidemark.analysis.finding.AccountingLine;
import io.tidemark.analysis.finding.Confidence;
import io.tidemark.analysis.finding.Culprit;
import io.tidemark.analysis.finding.Diagnosis;
import io.tidemark.analysis.finding.Evidence;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.Rate;
import io.tidemark.analysis.finding.RuledOut;
import io.tidemark.model.json.JsonWriter;
import io.tidemark.model.observation.Target;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A diagnosis as JSON, of the schema {@code tidemark.diagnosis/1}.
 *
 * <pre>{@code
 * { "schema": "tidemark.diagnosis/1",
 *   "target": {"url": "http://10.0.3.7:6060", "pid": 0, "runtime": "go1.26.1", "cgroup": ""},
 *   "observed": {"from": "2026-07-09T23:29:56Z", "to": ..., "seconds": 60, "captures": 13, "forcedCollections": 3},
 *   "verdict": "leak",
 *   "findings": [ {"kind": "connection-leak", "severity": "critical", ...} ],
 *   ... }
 * }</pre>
 *
 * <p>What is not known is an empty string, an empty array or {@code null}; no member is ever left out.
 */
public final class JsonAnswer {
    static final String SCHEMA = "tidemark.diagnosis/1";

    private final JsonWriter json;

    private JsonAnswer(OutputStream out) {
        this.json = new JsonWriter(out);
    }

    /** Writes diagnoses: one is a document, several are an array of them. The stream is flushed. */
    public static void write(List<Diagnosis> diagnoses, OutputStream out) throws IOException {
        JsonAnswer answer = new JsonAnswer(out);
        if (diagnoses.size() == 1) {
            answer.diagnosis(diagnoses.get(0));
        } else {
            answer.json.beginArray();
            for (Diagnosis diagnosis : diagnoses) {
                answer.diagnosis(diagnosis);
            }
            answer.json.end();
        }
        answer.json.flush();
    }

    private void diagnosis(Diagnosis diagnosis) throws IOException {
        json.beginObject().member("schema", SCHEMA);
        Target target = diagnosis.target();
        json.name("target")
                .inline()
                .beginObject()
                .member("url", target.url())
                .member("pid", target.pid())
                .member("runtime", target.runtime())
                .member("cgroup", target.cgroup())
                .member("command", target.command())
                .end();
        Diagnosis.Observed observed = diagnosis.observed();
        json.name("observed")
                .inline()
                .beginObject()
                .member("from", observed.from().toString())
                .member("to", observed.to().toString())
                .member("seconds", observed.seconds())
                .member("captures", observed.captures())
                .member("forcedCollections", observed.forcedCollections())
                .end();
        json.member("verdict", diagnosis.verdict().label()).member("because", diagnosis.because());
        json.name("findings").beginArray();
        for (Finding finding : diagnosis.findings()) {
            finding(finding);
        }
        json.end().name("ruledOut").beginArray();
        for (RuledOut ruledOut : diagnosis.ruledOut()) {
            json.inline()
                    .beginObject()
                    .member("kind", ruledOut.kind().label())
                    .member("because", ruledOut.because())
                    .end();
        }
        json.end();
        accounting(json, diagnosis.accounting());
        strings("notes", diagnosis.notes());
        json.end();
    }

    /** Writes a member "accounting" into the object that is open. */
    public static void accounting(JsonWriter json, List<AccountingLine> lines) throws IOException {
        json.name("accounting").beginArray();
        for (AccountingLine line : lines) {
            json.inline()
                    .beginObject()
                    .member("line", line.line())
                    .member("bytes", Math.round(line.bytes()))
                    .member("bytesPerMinute", Math.round(line.bytesPerMinute()))
                    .member("source", line.source())
                    .member("depth", line.depth())
                    .end();
        }
        json.end();
    }

    private void finding(Finding finding) throws IOException {
        json.beginObject()
                .member("kind", finding.kind().label())
                .member("severity", finding.severity().label());
        confidence(finding.confidence());
        json.member("title", finding.title()).member("cause", finding.cause());
        if (finding.culprit().isPresent()) {
            culprit(finding.culprit().get());
        } else {
            json.name("culprit").nullValue();
        }
        json.member("signature", finding.signature());
        rate(finding.rate());
        json.name("evidence").beginArray();
        for (Evidence evidence : finding.evidence()) {
            json.inline()
                    .beginObject()
                    .member("text", evidence.text())
                    .member("value", evidence.value())
                    .member("unit", evidence.unit())
                    .member("source", evidence.source())
                    .end();
        }
        json.end();
        strings("fix", finding.fix());
        json.end();
    }

    private void confidence(Confidence confidence) throws IOException {
        json.name("confidence")
                .beginObject()
                .member("level", confidence.level())
                .member("probability", Math.round(confidence.probability() * 1000) / 1000.0);
        strings("missing", confidence.missing());
        json.end();
    }

    private void culprit(Culprit culprit) throws IOException {
        json.name("culprit")
                .beginObject()
                .member("function", culprit.function())
                .member("file", culprit.file())
                .member("line", culprit.line());
        strings("stack", culprit.stack());
        json.end();
    }

    private void rate(Rate rate) throws IOException {
        json.name("rate")
                .inline()
                .beginObject()
                .member("bytesPerMinute", rate.bytesPerMinute())
                .member("countPerMinute", rate.countPerMinute());
        if (rate.secondsToLimit().isPresent()) {
            json.member("secondsToLimit", Math.round(rate.secondsToLimit().getAsDouble()));
        } else {
            json.name("secondsToLimit").nullValue();
        }
        json.end();
    }

    private void strings(String name, List<String> values) throws IOException {
        json.name(name).beginArray();
        for (String value : values) {
            json.value(value);
        }
        json.end();
    }
}
