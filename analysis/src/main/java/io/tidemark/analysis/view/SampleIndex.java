package io.tidemark.analysis.view;

import io.tidemark.analysis.report.ReportException;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ValueType;
import java.util.List;

/** Finds the value of a sample that {@code sample_index} asks for. */
public final class SampleIndex {
    private SampleIndex() {}

    /**
     * The index of the sample type that a name or a number means; the default one for the empty text. {@code
     * inuse_space} and {@code inuse_objects} also mean the types {@code space} and {@code objects}, which old heap
     * profiles have.
     *
     * @throws ReportException where the profile has no such type
     */
    public static int of(Profile profile, String name) throws ReportException {
        List<ValueType> types = profile.sampleTypes();
        if (types.isEmpty()) {
            throw new ReportException("the profile has no values: it declares no sample type");
        }
        if (name.isEmpty()) {
            return profile.defaultSampleIndex();
        }
        try {
            long number = GoLiteral.decimal(name);
            if (number < 0 || number >= types.size()) {
                throw unknown(profile, name);
            }
            return (int) number;
        } catch (NumberFormatException e) {
            return named(profile, name);
        }
    }

    private static int named(Profile profile, String name) throws ReportException {
        String old = name.startsWith("inuse_") ? name.substring("inuse_".length()) : name;
        List<ValueType> types = profile.sampleTypes();
        for (int i = 0; i < types.size(); i++) {
            if (types.get(i).type().equals(name) || types.get(i).type().equals(old)) {
                return i;
            }
        }
        throw unknown(profile, name);
    }

    private static ReportException unknown(Profile profile, String name) {
        StringBuilder names = new StringBuilder();
        for (ValueType type : profile.sampleTypes()) {
            names.append(names.isEmpty() ? "" : ", ").append(type.type());
        }
        return new ReportException("sample_index: '" + name + "' (expected one of " + names + ", or a number of 0.."
                + (profile.sampleTypes().size() - 1) + ")");
    }
}
