package io.tidemark.analysis.json;

import io.tidemark.analysis.columns.ColumnSums;
import io.tidemark.analysis.columns.TypeColumns;
import io.tidemark.analysis.graph.Graph;
import io.tidemark.analysis.graph.Node;
import io.tidemark.analysis.graph.NodeTable;
import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.analysis.report.TrimmedGraph;
import io.tidemark.model.json.JsonWriter;
import java.io.IOException;
import java.util.List;

/** The nodes with the largest values, with their values of other types where several were asked for. */
final class JsonTable {
    private JsonTable() {}

    static void write(JsonWriter json, List<Report> reports) throws IOException, ReportException {
        Report first = reports.get(0);
        TrimmedGraph trimmed = TrimmedGraph.of(first, TrimmedGraph.Purpose.ROWS);
        List<Report> others = reports.subList(1, reports.size());
        if (!others.isEmpty()) {
            json.name("otherValues").beginArray();
            for (Report other : others) {
                json.inline().beginObject();
                JsonHead.value(json, other);
                json.member("total", other.multiply(other.total())).end();
            }
            json.end();
        }
        JsonHead.shown(json, first, trimmed);
        List<Node> nodes = trimmed.graph().nodes();
        int[] numbers = Graph.Builder.numbers(nodes);
        ColumnSums sums = others.isEmpty() ? null : sums(others);
        json.name("nodes").beginArray();
        for (int i = 0; i < numbers.length; i++) {
            json.inline().beginObject();
            JsonNode.node(json, first, nodes.get(i));
            if (sums != null) {
                json.name("others").beginArray();
                for (int column = 0; column < others.size(); column++) {
                    Report other = others.get(column);
                    json.beginObject().member("flat", other.multiply(sums.flat(numbers[i], column)));
                    json.member("cum", other.multiply(sums.cum(numbers[i], column)))
                            .end();
                }
                json.end();
            }
            json.end();
        }
        json.end();
    }

    private static ColumnSums sums(List<Report> reports) throws ReportException {
        Report first = reports.get(0);
        int[] types = new int[reports.size()];
        for (int i = 0; i < types.length; i++) {
            types[i] = reports.get(i).options().value().index();
            if (reports.get(i).options().value().divisor() >= 0) {
                throw new ReportException("mean: not for several sample types");
            }
        }
        NodeTable table = new NodeTable(first.profile(), false, first.options().paths()::trim);
        return ColumnSums.of(first.profile(), table, new TypeColumns(types));
    }
}
