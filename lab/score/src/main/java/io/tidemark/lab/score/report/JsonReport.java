package io.tidemark.lab.score.report;

import io.tidemark.analysis.finding.Culprit;
import io.tidemark.analysis.finding.Finding;
import io.tidemark.lab.score.grade.Figure;
import io.tidemark.lab.score.grade.Grade;
import io.tidemark.lab.score.grade.Measure;
import io.tidemark.lab.score.grade.Measures;
import io.tidemark.model.json.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Grades as JSON: {@code runs}, an object for each, and {@code summary}, the same figures for each group of them. */
public final class JsonReport {
    private JsonReport() {}

    /** Writes the schema {@code tidemark.score/1}. */
    public static void write(List<Grade> grades, OutputStream out) throws IOException {
        JsonWriter json = new JsonWriter(out);
        json.beginObject().member("schema", "tidemark.score/1");
        json.name("runs").beginArray();
        for (Grade grade : grades) {
            run(json, grade);
        }
        json.end().name("summary").beginObject();
        for (Map.Entry<String, List<Grade>> group : Groups.of(grades).entrySet()) {
            json.name(group.getKey()).beginObject();
            for (Measure measure : Measures.all()) {
                Figure figure = measure.of().apply(group.getValue());
                json.name(measure.name());
                number(json, figure.value());
            }
            json.end();
        }
        json.end().end();
        json.flush();
    }

    private static void run(JsonWriter json, Grade grade) throws IOException {
        Optional<Finding> subject = grade.subject();
        json.inline()
                .beginObject()
                .member("run", grade.run().name())
                .member("half", grade.truth().split())
                .member("class", grade.truth().verdict().label())
                .member("said", grade.said().label())
                .member("kind", subject.map(finding -> finding.kind().label()).orElse(""))
                .member("signature", subject.map(grade.answer()::code).orElse(""))
                .member(
                        "culprit",
                        subject.flatMap(Finding::culprit).map(Culprit::function).orElse(""))
                .member("seconds", grade.seconds())
                .member("unexplained", grade.answer().unexplained());
        json.name("slopeError");
        number(json, grade.slopeError().orElse(Double.NaN));
        json.name("wrong").beginArray();
        for (String part : grade.wrong()) {
            json.value(part);
        }
        json.end().end();
    }

    private static void number(JsonWriter json, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.value(value);
        } else {
            json.nullValue();
        }
    }
}
