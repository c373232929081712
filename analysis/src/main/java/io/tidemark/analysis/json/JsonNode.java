package io.tidemark.analysis.json;

import io.tidemark.analysis.graph.Node;
import io.tidemark.analysis.graph.NodeInfo;
import io.tidemark.analysis.report.Report;
import io.tidemark.model.json.JsonWriter;
import java.io.IOException;
import java.util.Locale;

/** The members that tell what a node is, and what it has. */
final class JsonNode {
    private JsonNode() {}

    /** What a node is: its name in full and its parts, as far as the granularity keeps them. */
    static void info(JsonWriter json, NodeInfo info) throws IOException {
        json.member("name", info.printableName());
        JsonHead.text(json, "function", info.name());
        JsonHead.text(json, "file", info.file());
        JsonHead.number(json, "line", info.line());
        JsonHead.number(json, "column", info.column());
        if (info.address() != 0) {
            json.member("address", "0x" + Long.toHexString(info.address()));
        }
        JsonHead.text(json, "binary", info.objfile());
    }

    /** What a node is and has. */
    static void node(JsonWriter json, Report report, Node node) throws IOException {
        info(json, node.info());
        if (node.inlining() != Node.Inlining.NONE) {
            json.member("inlining", node.inlining().name().toLowerCase(Locale.ROOT));
        }
        json.member("flat", report.multiply(node.flat())).member("cum", report.multiply(node.cum()));
    }
}
