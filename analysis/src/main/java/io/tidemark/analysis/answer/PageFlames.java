package io.tidemark.analysis.answer;

import static io.tidemark.analysis.page.Page.escaped;

import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.flame.FlamePage;
import io.tidemark.analysis.report.TextOutput;
import io.tidemark.model.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The flame graphs of a page: a tab for each, and one program that all of them are drawn with. */
final class PageFlames {
    private final Map<Flame.Graph, FlamePage.Content> contents = new EnumMap<>(Flame.Graph.class);

    PageFlames(List<Flame> flames) throws IOException {
        for (Flame flame : flames) {
            contents.put(flame.graph(), FlamePage.content(flame.report()));
        }
    }

    /**
     * A place in a flame graph.
     *
     * @param search the regular expression that finds its frames
     */
    record Link(Flame.Graph graph, String search) {}

    /** Where the frames of a culprit are; empty when no graph has them. */
    Optional<Link> link(Finding finding) {
        return finding.culprit().flatMap(culprit -> {
            for (Flame.Graph graph : order(finding)) {
                FlamePage.Content content = contents.get(graph);
                if (content != null && content.names().contains(culprit.function())) {
                    return Optional.of(new Link(graph, "^" + literally(culprit.function()) + "$"));
                }
            }
            return Optional.empty();
        });
    }

    /** The graphs in the order in which they are likely to show a finding. */
    private static List<Flame.Graph> order(Finding finding) {
        List<Flame.Graph> order = new ArrayList<>(List.of(Flame.Graph.values()));
        Flame.Graph first =
                switch (finding.kind()) {
                    case GOROUTINE_LEAK, CONNECTION_LEAK, THREAD_LEAK, FD_LEAK -> Flame.Graph.GOROUTINES;
                    case ALLOCATION_CHURN, MEMORY_SPIKE -> Flame.Graph.ALLOCATIONS;
                    default -> Flame.Graph.GROWTH;
                };
        order.remove(first);
        order.add(0, first);
        return order;
    }

    private static String literally(String text) {
        return text.replaceAll("[\\\\^$.*+?()\\[\\]{}|]", "\\\\$0");
    }

    void section(TextOutput out) throws IOException {
        if (contents.isEmpty()) {
            return;
        }
        out.text("<section id=\"flames\"><h2>Flame graphs</h2><div class=\"tabs\" role=\"tablist\">");
        for (Flame.Graph graph : contents.keySet()) {
            out.text("<button role=\"tab\" id=\"tab-" + graph.label() + "\" aria-controls=\"graph\" data-graph=\""
                    + graph.label() + "\">" + escaped(graph.title()) + "</button>");
        }
        out.text("</div><div id=\"graph\" role=\"tabpanel\"></div>"
                + "<noscript><p>Flame graphs are drawn with JavaScript, which this browser has switched off.</p></noscript>"
                + "</section>");
    }

    /** The graphs as data: the page of one, and what fills it for each. */
    void data(TextOutput out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonWriter json = new JsonWriter(bytes);
        json.beginObject().member("page", contents.isEmpty() ? "" : FlamePage.template());
        json.name("graphs").beginObject();
        for (Map.Entry<Flame.Graph, FlamePage.Content> graph : contents.entrySet()) {
            json.name(graph.getKey().label())
                    .inline()
                    .beginObject()
                    .member("title", graph.getKey().title())
                    .member("meaning", graph.getKey().meaning())
                    .member("profile", graph.getValue().profile())
                    .member("tree", graph.getValue().tree())
                    .end();
        }
        json.end().end().flush();
        out.bytes(bytes.toByteArray());
    }
}
