package io.tidemark.analysis.flame;

import static io.tidemark.analysis.Orders.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analysis.Golden;
import io.tidemark.analysis.Orders;
import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.view.Shape;
import io.tidemark.analysis.view.View;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Utf8;
import org.junit.jupiter.api.Test;

class FoldedReportTest {
    private static byte[] folded(Profile profile, View view) throws Exception {
        Report report = Orders.report(profile, view, Shape.TABLE);
        return written(out -> FoldedReport.write(report, out));
    }

    @Test
    void stacks_areMerged_byName() throws Exception {
        Golden.check(getClass(), "heap.folded", folded(Orders.heap(1), View.INITIAL));
    }

    @Test
    void comparison_hasBefore_andAfter() throws Exception {
        Golden.check(getClass(), "difference.folded", folded(Orders.difference(), View.INITIAL));
    }

    @Test
    void view_isThat_ofTheReport() throws Exception {
        View view = View.INITIAL
                .with("focus", "Cache")
                .with("granularity", "lines")
                .with("tagroot", "endpoint")
                .with("sample_index", "inuse_objects");
        assertThat(Utf8.decode(folded(Orders.heap(0), view))).isEqualTo("""
                /items endpoint;main.main main.go:13;orders.Serve lib.go:12;orders.(*Cache).Put lib.go:11;bytes.growSlice lib.go:10 100
                /orders endpoint;main.main main.go:13;orders.Serve lib.go:12;orders.(*Cache).Put lib.go:11;bytes.growSlice lib.go:10 10
                """);
    }

    @Test
    void mean_isThat_ofEachStack() throws Exception {
        View view = View.INITIAL.with("mean", "true").with("focus", "Cache");
        // 10 objects of 64 KiB and 100 of 4 KiB, for 900 and 500 that were allocated
        assertThat(Utf8.decode(folded(Orders.heap(0), view)))
                .isEqualTo("main.main;orders.Serve;orders.(*Cache).Put;bytes.growSlice "
                        + (10 * 65536 + 100 * 4096) / 1400 + "\n");
    }

    @Test
    void bytes_thatAreNoUtf8_stay() throws Exception {
        byte[] text = folded(Orders.heap(1), View.INITIAL.with("focus", "alert"));
        assertThat(text).containsSequence('m', 'a', 'i', 'n', '.', 0xFF, 'x', ';');
    }
}
