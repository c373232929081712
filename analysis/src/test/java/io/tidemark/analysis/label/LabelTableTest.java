package io.tidemark.analysis.label;

import static io.tidemark.analysis.Orders.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.analysis.Golden;
import io.tidemark.analysis.Orders;
import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.analysis.report.ReportKind;
import io.tidemark.analysis.view.Shape;
import io.tidemark.analysis.view.View;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ProfileBuilder;
import io.tidemark.model.profile.Utf8;
import io.tidemark.model.profile.ValueType;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelTableTest {
    private static byte[] table(Profile profile, View view, String key) throws Exception {
        Report report = Orders.report(profile, view, Shape.TABLE);
        return written(out -> LabelTable.write(report, key, out));
    }

    @Test
    void texts_areColumns() throws Exception {
        Golden.check(getClass(), "endpoint.txt", table(Orders.heap(1), View.INITIAL, "endpoint"));
    }

    @Test
    void numbers_areColumnsInTheirOrder() throws Exception {
        Golden.check(getClass(), "bytes.txt", table(Orders.heap(1), View.INITIAL.with("sort", "cum"), "bytes"));
    }

    @Test
    void sections_haveAReportEach() throws Exception {
        Report report = Orders.report(Orders.heap(1), View.INITIAL, Shape.NEIGHBOURS);
        Golden.check(
                getClass(),
                "sections.txt",
                written(out -> LabelSections.write(
                        List.of(report), "endpoint", (reports, to) -> ReportKind.TREE.write(reports.get(0), to), out)));
    }

    @Test
    void manyValues_haveOneColumnForTheSmall() throws Exception {
        ProfileBuilder b = new ProfileBuilder(List.of(new ValueType("space", "bytes")));
        int main = b.location("main.main", "", 0);
        for (int i = 0; i < 20; i++) {
            LabelSet labels = new LabelSet.Builder()
                    .text("id", "r" + i)
                    .text("zone", "eu")
                    .build();
            b.sample(labels, new int[] {main}, 100 + i);
        }
        LabelSet both =
                new LabelSet.Builder().text("id", "r19").text("id", "r18").build();
        b.sample(both, new int[] {main}, 1000);
        String text = Utf8.decode(table(b.build(), View.INITIAL, "id"));
        assertThat(text).contains("  r19     r18     r17     r16     r15     r14  (14 others)\n");
        assertThat(text).contains("Some samples have several values of id");
    }

    @Test
    void unknownKey_isRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> table(Orders.heap(1), View.INITIAL, "endpint"))
                .isInstanceOf(ReportException.class)
                .hasMessage("by: no sample has the label 'endpint' (expected one of bytes, endpoint)");
    }
}
