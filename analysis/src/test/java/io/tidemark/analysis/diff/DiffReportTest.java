package io.tidemark.analysis.diff;

import static io.tidemark.analysis.Orders.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.analysis.Golden;
import io.tidemark.analysis.Orders;
import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.analysis.view.Shape;
import io.tidemark.analysis.view.View;
import io.tidemark.model.profile.Merger;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Utf8;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiffReportTest {
    private static byte[] diff(Profile profile, View view) throws Exception {
        Report report = Orders.report(profile, view, Shape.TABLE);
        return written(out -> DiffReport.write(List.of(report), out));
    }

    @Test
    void inUse_isCompared() throws Exception {
        Golden.check(getClass(), "inuse_space.txt", diff(Orders.difference(), View.INITIAL));
    }

    @Test
    void everything_withoutTrimming() throws Exception {
        View view = View.INITIAL.with("trim", "false").with("sort", "cum").with("unit", "kb");
        Golden.check(getClass(), "untrimmed.txt", diff(Orders.difference(), view));
    }

    @Test
    void allocations_areSubtracted() throws Exception {
        View view = View.INITIAL.with("sample_index", "alloc_space").with("nodecount", "2");
        Golden.check(getClass(), "alloc_space.txt", diff(Orders.difference(), view));
    }

    @Test
    void allocations_thatBecameLess_tellOfARestart() throws Exception {
        Merger merger = new Merger();
        merger.add(Orders.heap(0));
        merger.add(Orders.heap(1).scale(-1).mapLabels(labels -> labels.with(Profile.BASE_LABEL, "true")));
        String text = Utf8.decode(diff(merger.toProfile(), View.INITIAL.with("sample_index", "alloc_objects")));
        assertThat(text).contains("some became less: it was restarted in between");
        text = Utf8.decode(diff(merger.toProfile(), View.INITIAL));
        assertThat(text).doesNotContain("restarted");
    }

    @Test
    void growth_only_whenNegativesAreDropped() throws Exception {
        String text = Utf8.decode(diff(
                Orders.difference(), View.INITIAL.with("drop_negative", "true").with("trim", "false")));
        assertThat(text).doesNotContain("gone").contains("new");
    }

    @Test
    void profile_withoutABase_isRefused() {
        assertThatThrownBy(() -> diff(Orders.heap(0), View.INITIAL))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("-diff_base");
    }
}
