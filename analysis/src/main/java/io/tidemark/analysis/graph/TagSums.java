package io.tidemark.analysis.graph;

import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Samples;
import io.tidemark.model.profile.Utf8;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sums of nodes under the labels of the samples. They are summed by label set, and brought to labels at the end. */
final class TagSums {

    private static final String BYTES = "bytes";

    private final Profile profile;
    private final String unit;
    private final TagFormat format;
    private final int[] ranks;
    private final Map<Long, Tally> tallies = new LinkedHashMap<>(); // by rank and label set

    TagSums(Profile profile, NodeTable table, int[] kept, String unit, TagFormat format) {
        this.profile = profile;
        this.unit = unit;
        this.format = format;
        this.ranks = new int[table.size()];
        Arrays.fill(ranks, -1);
        for (int rank = 0; rank < kept.length; rank++) {
            ranks[kept[rank]] = rank;
        }
    }

    /** Sums the values and gives the tags to the nodes, which are in the order of the kept. */
    void tag(NodeTable table, SampleValue value, List<Node> nodes) {
        boolean[] interesting = new boolean[profile.samples().labelSets().size()];
        for (int i = 0; i < interesting.length; i++) {
            interesting[i] = hasTags(profile.samples().labels(i));
        }
        int[] seen = new int[nodes.size()];
        int epoch = 0;
        for (Samples.Block block : profile.samples().blocks()) {
            for (int s = 0; s < block.size(); s++) {
                int labels = block.labels(s);
                long v = value.of(block, s);
                long d = value.divisorOf(block, s);
                if (interesting[labels] && (v != 0 || d != 0)) {
                    addStack(block, s, table, labels, v, d, seen, ++epoch);
                }
            }
        }
        tallies.forEach((key, tally) ->
                assign(nodes.get((int) (key >>> 32)), profile.samples().labels(key.intValue()), tally, unit, format));
    }

    private static boolean hasTags(LabelSet labels) {
        for (int i = 0; i < labels.numberCount(); i++) {
            if (labels.numberKey(i).equals(BYTES)) {
                return true;
            }
        }
        return labels.textCount() > 0;
    }

    private void addStack(
            Samples.Block block, int s, NodeTable table, int labels, long v, long d, int[] seen, int epoch) {
        int leaf = -1;
        for (int k = block.stackEnd(s) - 1; k >= block.stackStart(s); k--) {
            int location = block.location(k);
            for (int place = table.end(location) - 1; place >= table.start(location); place--) {
                int rank = ranks[table.node(place)];
                leaf = rank;
                if (rank >= 0 && seen[rank] != epoch) {
                    seen[rank] = epoch;
                    tally(rank, labels).addCum(v, d);
                }
            }
        }
        if (leaf >= 0) {
            tally(leaf, labels).addFlat(v, d);
        }
    }

    private Tally tally(int rank, int labels) {
        return tallies.computeIfAbsent((long) rank << 32 | labels, unused -> new Tally());
    }

    /** Adds the sums of one label set to the tags of a node. */
    static void assign(Node node, LabelSet labels, Tally tally, String unit, TagFormat format) {
        String text = join(labels);
        if (node.labelTags.isEmpty()) {
            node.labelTags = new HashMap<>();
        }
        if (node.numericTags.isEmpty()) {
            node.numericTags = new HashMap<>();
        }
        if (!text.isEmpty()) {
            node.labelTags
                    .computeIfAbsent(text, name -> new Tag(name, "", 0, new Tally()))
                    .tally()
                    .add(tally);
        }
        Map<String, Tag> numeric = node.numericTags.computeIfAbsent(text, unused -> new HashMap<>());
        for (int i = 0; i < labels.numberCount(); i++) {
            if (labels.numberKey(i).equals(BYTES)) {
                long number = labels.number(i);
                numeric.computeIfAbsent(format.name(number, unit), name -> new Tag(name, unit, number, new Tally()))
                        .tally()
                        .add(tally);
            }
        }
    }

    /** The text labels as {@code key:value}, sorted, with the two characters {@code \n} between them. */
    private static String join(LabelSet labels) {
        List<String> texts = new ArrayList<>(labels.textCount());
        for (int i = 0; i < labels.textCount(); i++) {
            if (!labels.textKey(i).equals(Profile.BASE_LABEL)) {
                texts.add(labels.textKey(i) + ":" + labels.textValue(i));
            }
        }
        texts.sort(Utf8.ORDER);
        return String.join("\\n", texts);
    }
}
