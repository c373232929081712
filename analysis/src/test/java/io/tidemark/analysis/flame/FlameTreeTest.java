package io.tidemark.analysis.flame;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analysis.Orders;
import io.tidemark.analysis.columns.SignColumns;
import io.tidemark.analysis.graph.NodeTable;
import io.tidemark.analysis.view.Shape;
import io.tidemark.analysis.view.View;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ProfileBuilder;
import io.tidemark.model.profile.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class FlameTreeTest {
    private static final long SEED = 20261120;

    private static FlameTree tree(Profile profile, FlameTree.Detail detail) {
        NodeTable table = new NodeTable(profile, false, UnaryOperator.identity());
        return FlameTree.of(profile, table, new SignColumns(0), detail);
    }

    private static List<String> rows(FlameTree tree) {
        List<String> rows = new ArrayList<>();
        for (int node = 0; node < tree.size(); node++) {
            String name = tree.isHidden(node)
                    ? "(hidden: " + tree.hidden(node) + ")"
                    : tree.names().get(tree.frame(node));
            rows.add(tree.depth(node) + " " + name + " " + tree.self(node, 0));
        }
        return rows;
    }

    /** Random stacks of few functions, so that many begin alike and many are equal. */
    private static Profile random(Random random, int samples) throws MalformedProfileException {
        ProfileBuilder b = new ProfileBuilder(List.of(new ValueType("space", "bytes")));
        for (int s = 0; s < samples; s++) {
            int[] stack = new int[1 + random.nextInt(12)];
            for (int i = 0; i < stack.length; i++) {
                int function = random.nextInt(4) * random.nextInt(4);
                stack[i] = b.location("f" + function, "", 0);
            }
            b.sample(LabelSet.EMPTY, stack, random.nextInt(1000) - 200);
        }
        return b.build();
    }

    @Test
    void nodes_comeBeforeTheirCallees_byName() throws Exception {
        Profile profile = Orders.report(Orders.heap(0).project(List.of("inuse_space")), View.INITIAL, Shape.TABLE)
                .profile();
        assertThat(rows(tree(profile, FlameTree.Detail.ALL)))
                .containsExactly(
                        "0 main.main 0",
                        "1 main.Map[go.shape.struct{A:int;B:int}] 14400",
                        "1 main.walk 3584",
                        "2 main.walk 0",
                        "3 main.walk 25600",
                        "1 orders.Serve 0",
                        "2 orders.(*Cache).Put 0",
                        "3 bytes.growSlice 1064960",
                        "2 orders.Reply 0",
                        "3 bufio.NewWriterSize 204800");
    }

    @Test
    void randomStacks_areMerged_asByAMap() throws Exception {
        Random random = new Random(SEED);
        for (int run = 0; run < 50; run++) {
            Profile profile = random(random, run * 8);
            FlameTree tree = tree(profile, FlameTree.Detail.ALL);
            assertThat(selfByStack(tree)).as("seed %d, run %d", SEED, run).isEqualTo(selfByStack(profile));
        }
    }

    private static Map<String, Long> selfByStack(FlameTree tree) {
        Map<String, Long> sums = new HashMap<>();
        String[] path = new String[64];
        for (int node = 0; node < tree.size(); node++) {
            path[tree.depth(node)] = tree.names().get(tree.frame(node));
            if (tree.hasSelf(node)) {
                String stack = String.join(";", Arrays.asList(path).subList(0, tree.depth(node) + 1));
                assertThat(sums.put(stack, tree.self(node, 0) - tree.self(node, 1)))
                        .isNull();
            }
        }
        return sums;
    }

    private static Map<String, Long> selfByStack(Profile profile) {
        Map<String, Long> sums = new HashMap<>();
        for (var block : profile.samples().blocks()) {
            for (int s = 0; s < block.size(); s++) {
                List<String> names = new ArrayList<>();
                for (int k = block.stackEnd(s) - 1; k >= block.stackStart(s); k--) {
                    int line = profile.locations().lineStart(block.location(k));
                    names.add(profile.functions().name(profile.locations().function(line)));
                }
                if (block.value(s, 0) != 0) {
                    sums.merge(String.join(";", names), block.value(s, 0), Long::sum);
                }
            }
        }
        return sums;
    }

    @Test
    void smallCallees_areHidden_inTheirCaller() throws Exception {
        ProfileBuilder b = new ProfileBuilder(List.of(new ValueType("space", "bytes")));
        int main = b.location("main.main", "", 0);
        int load = b.location("main.load", "", 0);
        b.sample(LabelSet.EMPTY, new int[] {b.location("bytes.grow", "", 0), load, main}, 900);
        int small = b.location("small", "", 0);
        b.sample(LabelSet.EMPTY, new int[] {b.location("a", "", 0), small, load, main}, 1);
        b.sample(LabelSet.EMPTY, new int[] {b.location("b", "", 0), small, load, main}, 2);
        b.sample(LabelSet.EMPTY, new int[] {b.location("tiny", "", 0), load, main}, 3);
        b.sample(LabelSet.EMPTY, new int[] {b.location("alone", "", 0)}, 1);
        assertThat(rows(tree(b.build(), new FlameTree.Detail(0.01, 1000))))
                .containsExactly(
                        "0 main.main 0", "1 main.load 0", "2 bytes.grow 900", "2 (hidden: 4) 6", "0 (hidden: 1) 1");
    }

    @Test
    void lessDetail_hasTheSameSums() throws Exception {
        Random random = new Random(SEED);
        Profile profile = random(random, 3000);
        long[] whole = sums(tree(profile, FlameTree.Detail.ALL));
        for (int most : new int[] {1, 10, 100, 1000}) {
            FlameTree tree = tree(profile, new FlameTree.Detail(0.0001, most));
            assertThat(tree.size()).as("seed %d", SEED).isLessThanOrEqualTo(most);
            assertThat(sums(tree)).isEqualTo(whole);
        }
    }

    private static long[] sums(FlameTree tree) {
        long[] sums = new long[2];
        for (int node = 0; node < tree.size(); node++) {
            sums[0] += tree.self(node, 0);
            sums[1] += tree.self(node, 1);
        }
        return sums;
    }

    @Test
    void deepRecursion_isNoProblem() throws Exception {
        ProfileBuilder b = new ProfileBuilder(List.of(new ValueType("space", "bytes")));
        int[] stack = new int[100_000];
        Arrays.fill(stack, b.location("main.walk", "", 0));
        for (int i = 0; i < 40; i++) {
            b.sample(LabelSet.EMPTY, Arrays.copyOf(stack, stack.length - i % 3), 1);
        }
        FlameTree tree = tree(b.build(), FlameTree.Detail.ALL);
        assertThat(tree.size()).isEqualTo(100_000);
        assertThat(tree.self(99_999, 0)).isEqualTo(14);
    }
}
