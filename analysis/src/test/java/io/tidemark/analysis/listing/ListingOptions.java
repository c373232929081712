package io.tidemark.analysis.listing;

import com.google.re2j.Pattern;
import io.tidemark.analysis.graph.SampleValue;
import io.tidemark.analysis.report.ReportOptions;
import io.tidemark.model.profile.ValueType;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Options for reports on the functions that match, of a profile with one sample type. */
final class ListingOptions {
    static final ValueType SPACE = new ValueType("space", "bytes");

    private ListingOptions() {}

    static ReportOptions of(String symbol) {
        Pattern pattern = Pattern.compile(symbol);
        return new ReportOptions(
                SampleValue.of(0, SPACE),
                new ReportOptions.Scale("minimum", 1),
                ReportOptions.Trim.NONE,
                new ReportOptions.Style(false, false, false, true, false),
                new ReportOptions.Legend("", List.of(), ZoneOffset.UTC),
                Map.of(),
                new ReportOptions.Symbol(symbol, name -> pattern.matcher(name).find()),
                ReportOptions.Paths.NONE);
    }
}
