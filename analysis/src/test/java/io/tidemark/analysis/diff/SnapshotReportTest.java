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
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Utf8;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotReportTest {
    private static Profile join(Profile a, Profile b, Profile c) throws Exception {
        return Snapshots.join(List.of(a, b, c), ZoneOffset.UTC);
    }

    private static Profile joined() throws Exception {
        return join(Orders.heap(0), Orders.heap(1), Orders.heap(2));
    }

    private static byte[] report(Profile profile, View view) throws Exception {
        Report report = Orders.report(profile, view, Shape.TABLE);
        return written(out -> SnapshotReport.write(List.of(report), out));
    }

    @Test
    void heap_withAllocations() throws Exception {
        Golden.check(getClass(), "heap.txt", report(joined(), View.INITIAL));
    }

    @Test
    void heap_withoutAllocations() throws Exception {
        Profile profile = joined().project(List.of("inuse_objects", "inuse_space"));
        View view = View.INITIAL.with("sample_index", "inuse_objects").with("focus", "orders");
        Golden.check(getClass(), "objects.txt", report(profile, view));
    }

    @Test
    void allocations_asTheType_meanWhatIsInUse() throws Exception {
        assertThat(Utf8.decode(report(joined(), View.INITIAL.with("sample_index", "alloc_space"))))
                .isEqualTo(Utf8.decode(report(joined(), View.INITIAL)));
    }

    @Test
    void restart_isTold() throws Exception {
        Profile restarted = Orders.heap(0);
        Profile profile = join(Orders.heap(1).withHeader(restarted.header().withTime(1, 0)), restarted, Orders.heap(2));
        assertThat(Utf8.decode(report(profile, View.INITIAL)))
                .contains("the program was restarted")
                .doesNotContain("survived");
    }

    @Test
    void order_otherThanThatOfTime_isRefused() {
        assertThatThrownBy(() -> join(Orders.heap(0), Orders.heap(2), Orders.heap(1)))
                .isInstanceOf(ReportException.class)
                .hasMessage("snapshots: the third was taken at 2026-05-28 20:31:40 UTC"
                        + " (expected a later time than 2026-05-28 20:36:40 UTC, that of the one before)");
    }

    @Test
    void two_areNotEnough() {
        assertThatThrownBy(() -> Snapshots.join(List.of(Orders.heap(0), Orders.heap(1)), ZoneOffset.UTC))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("2 profiles (expected three");
        assertThatThrownBy(() -> report(Orders.heap(0), View.INITIAL))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("only one profile");
    }
}
