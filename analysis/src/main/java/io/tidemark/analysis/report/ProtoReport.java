package io.tidemark.analysis.report;

import io.tidemark.analysis.graph.Node;
import io.tidemark.analysis.graph.NodeInfo;
import io.tidemark.model.profile.Header;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ProfileBuilder;
import io.tidemark.model.profile.ValueType;
import io.tidemark.model.proto.ProfileProtoWriter;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The profile itself, or the nodes with the largest values, as profile.proto. */
final class ProtoReport {
    private ProtoReport() {}

    static void write(Report report, TextOutput out) throws IOException {
        double ratio = report.options().scale().ratio();
        Profile profile = report.profile();
        if (ratio > 0 && ratio != 1) {
            profile = profile.mapValues(value -> (long) (value * ratio));
        }
        ProfileProtoWriter.write(profile, out.stream());
    }

    /** A sample of one frame for each node, with the cumulative and the flat value. */
    static void writeTop(Report source, TextOutput out) throws IOException {
        TrimmedGraph trimmed = TrimmedGraph.of(source, TrimmedGraph.Purpose.ROWS);
        Report report = trimmed.inSuitableUnit(source, TrimmedGraph.Purpose.ROWS);
        ProfileProtoWriter.write(top(report, trimmed.graph().nodes()), out.stream());
    }

    private static Profile top(Report report, List<Node> nodes) throws MalformedProfileException {
        String unit = report.options().scale().unit();
        Header from = report.profile().header();
        ProfileBuilder builder = new ProfileBuilder(new Header(
                List.of(new ValueType("cum", unit), new ValueType("flat", unit)),
                "",
                from.period(),
                from.timeNanos(),
                from.durationNanos(),
                List.of(),
                "",
                Header.FrameRules.NONE));
        Map<List<Object>, Integer> functions = new HashMap<>();
        for (Node node : nodes) {
            NodeInfo info = node.info();
            int function = functions.computeIfAbsent(
                    List.of(info.name(), info.file(), info.startLine()),
                    unused -> builder.function(
                            functions.size() + 1L,
                            builder.strings().intern(info.name()),
                            0,
                            builder.strings().intern(info.file()),
                            info.startLine()));
            int location = builder.location(builder.locationCount() + 1L, -1, info.address(), false);
            builder.line(function, info.line(), info.column());
            builder.frame(location);
            builder.value(report.scale(node.cum()));
            builder.value(report.scale(node.flat()));
            builder.endSample(0);
        }
        return builder.build();
    }
}
