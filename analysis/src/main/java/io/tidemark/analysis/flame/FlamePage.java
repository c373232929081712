package io.tidemark.analysis.flame;

import io.tidemark.analysis.columns.SignColumns;
import io.tidemark.analysis.graph.NodeTable;
import io.tidemark.analysis.page.Page;
import io.tidemark.analysis.report.Legend;
import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.TextOutput;
import io.tidemark.model.json.JsonWriter;
import io.tidemark.model.measurement.Unit;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Samples;
import io.tidemark.model.profile.Utf8;
import io.tidemark.model.profile.ValueType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A flame graph as a page of HTML that is one file and asks nobody for anything: it has all sample types of the profile,
 * a program to draw them, and a policy that lets nothing else run or load.
 *
 * <p>Text of the profile stands in the page as data that no browser takes for markup or program, and the program shows it
 * as text. The program is made of the files beside this class; {@code page.js} is the one to read first.
 */
public final class FlamePage {
    /** A ten-thousandth is a sixth of a pixel of a wide window; 100,000 nodes are a file of two megabytes. */
    private static final FlameTree.Detail DETAIL = new FlameTree.Detail(1e-4, 100_000);

    private static final List<String> PROGRAM =
            List.of("units.js", "colour.js", "data.js", "layout.js", "paint.js", "page.js");

    private final Report report;
    private final Profile profile;
    private final FlameTree tree;
    private final int[] names; // by index of a name in the tree its index in the page, or -1
    private final int[] used; // by index in the page the index in the tree

    private FlamePage(Report report) {
        this.report = report;
        this.profile = report.profile();
        NodeTable table = new NodeTable(profile, false, report.options().paths()::trim);
        int[] types = IntStream.range(0, profile.sampleTypes().size()).toArray();
        this.tree = FlameTree.of(profile, table, new SignColumns(types), DETAIL);
        int[] counts = new int[tree.names().size()];
        for (int node = 0; node < tree.size(); node++) {
            if (!tree.isHidden(node)) {
                counts[tree.frame(node)]++;
            }
        }
        // The most frequent first: small numbers are short.
        this.used = IntStream.range(0, counts.length)
                .filter(name -> counts[name] > 0)
                .boxed()
                .sorted((a, b) -> Integer.compare(counts[b], counts[a]))
                .mapToInt(name -> name)
                .toArray();
        this.names = new int[counts.length];
        Arrays.fill(names, -1);
        for (int i = 0; i < used.length; i++) {
            names[used[i]] = i;
        }
    }

    /** Writes the page; the output is not flushed. */
    public static void write(Report report, TextOutput out) throws IOException {
        new FlamePage(report).write(out);
    }

    private void write(TextOutput out) throws IOException {
        page().write(this::fill, out);
    }

    /**
     * What fills the open places of the {@link #template}.
     *
     * @param profile JSON for the place {@code @profile@}
     * @param tree for the place {@code @tree@}, in Base64
     * @param names the functions that it shows
     */
    public record Content(String profile, String tree, Set<String> names) {
        public Content {
            names = Set.copyOf(names);
        }
    }

    /** The content of the page of a report, for a page that shows several in a frame. */
    public static Content content(Report report) throws IOException {
        FlamePage page = new FlamePage(report);
        Set<String> names =
                Arrays.stream(page.used).mapToObj(page.tree.names()::get).collect(Collectors.toSet());
        return new Content(Utf8.decode(page.description()), Utf8.decode(page.treeBytes()), names);
    }

    /** The page with its places {@code @profile@} and {@code @tree@} still open. */
    public static String template() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TextOutput out = new TextOutput(bytes);
        page().write((place, text) -> text.text("@" + place + "@"), out);
        out.flush();
        return Utf8.decode(bytes.toByteArray());
    }

    /** The page without a profile, for pages that show this one in a frame. */
    public static Page page() {
        return Page.of(FlamePage.class, "page.html", "page.css", PROGRAM);
    }

    private void fill(String place, TextOutput out) throws IOException {
        switch (place) {
            case "profile" -> out.bytes(description());
            case "tree" -> out.bytes(treeBytes());
            default -> throw new IllegalStateException(place);
        }
    }

    private byte[] treeBytes() {
        return Base64.getEncoder().encode(TreeBytes.of(tree, names));
    }

    private byte[] description() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonWriter json = new JsonWriter(bytes);
        String title = report.options().legend().title();
        json.beginObject().member("title", title.isEmpty() ? "profile" : title);
        json.name("facts").inline().beginArray();
        for (String fact : Legend.ofProfile(report)) {
            if (!fact.startsWith("File: ") && !fact.startsWith("Type: ") && !fact.startsWith("Build ID: ")) {
                json.value(fact);
            }
        }
        for (String filter : report.options().legend().filters()) {
            json.value(filter);
        }
        json.end().name("types").beginArray();
        for (ValueType type : profile.sampleTypes()) {
            type(json, type);
        }
        json.end().member("selected", report.options().value().index());
        json.member("comparison", comparison());
        json.member("size", tree.size());
        json.name("names").beginArray();
        for (int name : used) {
            json.value(tree.names().get(name));
        }
        json.end().end().flush();
        return bytes.toByteArray();
    }

    private void type(JsonWriter json, ValueType type) throws IOException {
        Optional<Unit> unit = Unit.parse(type.unit());
        String family = unit.map(known -> switch (known.family()) {
                    case MEMORY -> "memory";
                    case TIME -> "time";
                    case CPU -> "GCU";
                })
                .orElse(type.unit().isEmpty() ? "count" : type.unit());
        double ratio = report.options().scale().ratio();
        json.inline().beginObject().member("name", type.type()).member("family", family);
        json.member("factor", unit.map(Unit::factor).orElse(1.0) * (ratio > 0 ? ratio : 1))
                .end();
    }

    /** {@code base} where samples of the base are told apart, {@code net} where values are negative without it. */
    private String comparison() {
        for (LabelSet labels : profile.samples().labelSets()) {
            if (labels.has(Profile.BASE_LABEL, "true")) {
                return "base";
            }
        }
        for (Samples.Block block : profile.samples().blocks()) {
            for (int s = 0; s < block.size(); s++) {
                for (int type = 0; type < profile.sampleTypes().size(); type++) {
                    if (block.value(s, type) < 0) {
                        return "net";
                    }
                }
            }
        }
        return "none";
    }
}
