package io.tidemark.analysis.report;

import io.tidemark.analysis.graph.SampleValue;
import io.tidemark.model.measurement.Measurement;
import io.tidemark.model.measurement.ValueFormat;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Samples;
import java.util.Objects;

/**
 * A profile that is to be reported on, with the total that shares refer to. The total is that of the profile which the
 * report was made of; filters that come later ({@link #withProfile}) leave it as it was.
 */
public final class Report {
    private final Profile profile;
    private final long total;
    private final ReportOptions options;
    private final ValueFormat format;

    private Report(Profile profile, long total, ReportOptions options) {
        this.profile = Objects.requireNonNull(profile, "profile");
        this.total = total;
        this.options = Objects.requireNonNull(options, "options");
        this.format = ValueFormat.of(options.value().unit(), options.scale().unit());
    }

    /** A report on a profile, with the sum of the absolute values of its samples as the total. */
    public static Report of(Profile profile, ReportOptions options) throws ReportException {
        return new Report(profile, total(profile, options.value()), options);
    }

    /** The same report on what a filter left of the profile. */
    public Report withProfile(Profile filtered) {
        return new Report(filtered, total, options);
    }

    /** The same report with other options and the same total. */
    public Report withOptions(ReportOptions newOptions) {
        return new Report(profile, total, newOptions);
    }

    public Profile profile() {
        return profile;
    }

    /** What 100 % is. */
    public long total() {
        return total;
    }

    public ReportOptions options() {
        return options;
    }

    /** A value, multiplied by the ratio, in the unit of the output. */
    public String format(long value) {
        return format.label(multiply(value));
    }

    /** A value multiplied by the ratio, in the unit of the profile. */
    public long multiply(long value) {
        double ratio = options.scale().ratio();
        return ratio > 0 && ratio != 1 ? (long) (value * ratio) : value;
    }

    /** A value in the unit of the output, as a whole number. */
    long scale(long value) {
        return (long) format.scale(value).amount();
    }

    /** The share of a value in the total. */
    public String percentage(long value) {
        return Measurement.percentage(value, total);
    }

    /**
     * The sum of the absolute values; in a comparison that of the base alone, unless it is zero. For means it is divided
     * by the sum of the divisors.
     */
    private static long total(Profile profile, SampleValue value) throws ReportException {
        Samples samples = profile.samples();
        boolean[] isBase = new boolean[samples.labelSets().size()];
        for (int i = 0; i < isBase.length; i++) {
            LabelSet labels = samples.labels(i);
            isBase[i] = labels.has(Profile.BASE_LABEL, "true");
        }
        long all = 0;
        long allDivisor = 0;
        long base = 0;
        long baseDivisor = 0;
        for (Samples.Block block : samples.blocks()) {
            for (int s = 0; s < block.size(); s++) {
                long v = Math.abs(value.of(block, s));
                long d = value.divisorOf(block, s);
                all += v;
                allDivisor += d;
                if (v < 0 || all < 0) {
                    throw new ReportException("the values of " + value.type() + " add up to more than 64 bits hold");
                }
                if (isBase[block.labels(s)]) {
                    base += v;
                    baseDivisor += d;
                }
            }
        }
        if (base > 0) {
            return baseDivisor == 0 ? base : base / baseDivisor;
        }
        return allDivisor == 0 ? all : all / allDivisor;
    }
}
