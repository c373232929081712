package io.tidemark.cli.memory;

import io.tidemark.analysis.accounting.Accounting;
import io.tidemark.analysis.accounting.MonitorFit;
import io.tidemark.analysis.accounting.MonitorFormula;
import io.tidemark.analysis.answer.Ink;
import io.tidemark.analysis.answer.JsonAnswer;
import io.tidemark.analysis.answer.Paragraph;
import io.tidemark.analysis.answer.Quantity;
import io.tidemark.analysis.answer.Waterfall;
import io.tidemark.analysis.reading.LiveHeap;
import io.tidemark.analysis.reading.Readings;
import io.tidemark.cli.console.Console;
import io.tidemark.model.json.JsonWriter;
import io.tidemark.model.observation.Target;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The account of a program, as text and as JSON.
 *
 * <pre>{@code
 * go1.26.8 at http://127.0.0.1:6060 (process 4711)
 *
 * Memory
 *    425 MiB  container memory as Kubernetes shows it (usage - inactive file)
 *    101 MiB    anonymous memory of all processes
 *    ...
 *
 * Others show  usage 2.45 GiB, usage - cache 462 MiB, VmRSS 441 MiB
 * }</pre>
 *
 * @param monitor what the user's monitor shows, in bytes
 */
record Account(Readings readings, Accounting accounting, OptionalDouble monitor) {
    private static final int INDENT = 13;
    private static final double CLOSED = 0.02;

    List<String> lines(Ink ink, int width) {
        Target target = readings.observation().target();
        List<String> lines = new ArrayList<>();
        lines.add(Console.legible((target.runtime().isEmpty() ? "" : target.runtime() + " at ") + target.name()));
        lines.add("");
        lines.addAll(Waterfall.lines(accounting.lines(), new Waterfall.Form(ink, width)));
        lines.add("");
        accounting.fit().ifPresent(fit -> block(lines, ink, width, "Your monitor", fit.words(monitor.orElse(0))));
        block(lines, ink, width, "Others show", others());
        if (readings.liveHeap() != LiveHeap.UNKNOWN) {
            block(lines, ink, width, "Live heap", readings.liveHeap().words());
        }
        if (accounting.unexplained() > CLOSED) {
            block(lines, ink, width, "Unexplained", Quantity.percent(accounting.unexplained()) + ": " + why());
        }
        for (String note : readings.notes()) {
            block(lines, ink, width, "Note", note);
        }
        return lines;
    }

    private String others() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<MonitorFormula, Double> value : accounting.values().entrySet()) {
            if (accounting.formula().filter(value.getKey()::equals).isEmpty()) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(value.getKey().formula())
                        .append(' ')
                        .append(Quantity.bytes(value.getValue()));
            }
        }
        return text.toString();
    }

    private String why() {
        return accounting.values().containsKey(MonitorFormula.USAGE)
                ? "memory of the kernel that it does not list, or processes that could not be read"
                : "the numbers were read while they changed";
    }

    private static void block(List<String> lines, Ink ink, int width, String name, String text) {
        if (text.isEmpty()) {
            return;
        }
        String left = ink.bold(name) + " ".repeat(INDENT - name.length());
        for (String line : Paragraph.wrap(Console.legible(text), width - INDENT)) {
            lines.add(left + line);
            left = " ".repeat(INDENT);
        }
    }

    /** Writes the schema {@code tidemark.memory/1}. */
    void write(OutputStream out) throws IOException {
        JsonWriter json = new JsonWriter(out);
        Target target = readings.observation().target();
        json.beginObject().member("schema", "tidemark.memory/1");
        json.name("target")
                .inline()
                .beginObject()
                .member("url", target.url())
                .member("pid", target.pid())
                .member("runtime", target.runtime())
                .member("cgroup", target.cgroup())
                .end();
        json.name("monitor");
        if (accounting.fit().isPresent()) {
            fit(json, accounting.fit().get());
        } else {
            json.nullValue();
        }
        json.name("formulas").beginArray();
        for (Map.Entry<MonitorFormula, Double> value : accounting.values().entrySet()) {
            json.inline()
                    .beginObject()
                    .member("formula", value.getKey().formula())
                    .member("meaning", value.getKey().meaning())
                    .member("bytes", Math.round(value.getValue()))
                    .end();
        }
        json.end();
        json.member("liveHeap", readings.liveHeap().words()).member("unexplained", accounting.unexplained());
        JsonAnswer.accounting(json, accounting.lines());
        json.name("notes").beginArray();
        for (String note : readings.notes()) {
            json.value(note);
        }
        json.end().end();
        json.flush();
    }

    private void fit(JsonWriter json, MonitorFit fit) throws IOException {
        json.beginObject()
                .member("bytes", Math.round(monitor.orElse(0)))
                .member("formula", fit.formula().formula())
                .member("error", fit.error())
                .member("fits", fit.isFit());
        json.name("rivals").beginArray();
        for (MonitorFormula rival : fit.rivals()) {
            json.value(rival.formula());
        }
        json.end().end();
    }
}
