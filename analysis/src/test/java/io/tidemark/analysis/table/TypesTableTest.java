package io.tidemark.analysis.table;

import static io.tidemark.analysis.Orders.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.analysis.Golden;
import io.tidemark.analysis.Orders;
import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.analysis.report.ReportKind;
import io.tidemark.analysis.view.Query;
import io.tidemark.analysis.view.Shape;
import io.tidemark.analysis.view.View;
import io.tidemark.model.profile.Utf8;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypesTableTest {
    private static List<Report> reports(View view) throws Exception {
        return new Query(view, Shape.TABLE, null).reports(Orders.heap(1), ZoneOffset.UTC, notice -> {});
    }

    private static byte[] table(View view) throws Exception {
        List<Report> reports = reports(view);
        return written(out -> TypesTable.write(reports, out));
    }

    @Test
    void bytesAndObjects_haveAMean() throws Exception {
        View view =
                View.INITIAL.with("sample_index", "inuse_space,inuse_objects").with("trim", "false");
        Golden.check(getClass(), "inuse.txt", table(view));
    }

    @Test
    void allTypes_areSideBySide() throws Exception {
        Golden.check(
                getClass(),
                "all.txt",
                table(View.INITIAL.with("sample_index", "all").with("sort", "cum")));
    }

    @Test
    void rows_areThose_ofThePlainTable() throws Exception {
        View view = View.INITIAL.with("sample_index", "alloc_space,inuse_space").with("nodecount", "4");
        Report plain = reports(view).get(0);
        String expected = names(written(out -> ReportKind.TEXT.write(plain, out)));
        assertThat(names(table(view))).isEqualTo(expected).isNotEmpty();
    }

    private static String names(byte[] table) {
        StringBuilder names = new StringBuilder();
        boolean isRow = false;
        for (String line : Utf8.decode(table).split("\n", -1)) {
            if (isRow && !line.isEmpty()) {
                names.append(line.substring(line.lastIndexOf("  ") + 2)).append('\n');
            }
            isRow |= line.stripLeading().startsWith("flat");
        }
        return names.toString();
    }

    @Test
    void mean_ofSeveralTypes_isRefused() {
        assertThatThrownBy(() -> table(View.INITIAL.with("sample_index", "all").with("mean", "true")))
                .isInstanceOf(ReportException.class)
                .hasMessageStartingWith("mean: ");
    }
}
