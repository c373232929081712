package io.tidemark.analysis.view;

import io.tidemark.analysis.report.ReportException;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ValueType;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the values of samples that {@code sample_index} asks for:
 *
 * <pre>{@code
 * inuse_space                  one type, by its name
 * 3                            one type, by its number
 * inuse_space,inuse_objects    several, for the reports that can show them side by side
 * all                          all of them
 * }</pre>
 */
public final class SampleIndex {
    private static final String ALL = "all";

    private SampleIndex() {}

    /**
     * The index of the sample type that a name or a number means, and the first of several; the default one for the
     * empty text. {@code inuse_space} and {@code inuse_objects} also mean the types {@code space} and {@code objects},
     * which old heap profiles have.
     *
     * @throws ReportException where the profile has no such type
     */
    public static int of(Profile profile, String name) throws ReportException {
        return list(profile, name).get(0);
    }

    /**
     * The indices of all sample types that are meant, at least one.
     *
     * @throws ReportException where the profile has no such type
     */
    public static List<Integer> list(Profile profile, String names) throws ReportException {
        List<ValueType> types = profile.sampleTypes();
        if (types.isEmpty()) {
            throw new ReportException("the profile has no values: it declares no sample type");
        }
        List<Integer> indices = new ArrayList<>();
        boolean isName = types.stream().anyMatch(type -> type.type().equals(names));
        if (names.equals(ALL) && !isName) {
            for (int i = 0; i < types.size(); i++) {
                indices.add(i);
            }
            return indices;
        }
        for (String name : isName || names.indexOf(',') < 0 ? List.of(names) : List.of(names.split(",", -1))) {
            int index = one(profile, name);
            if (!indices.contains(index)) {
                indices.add(index);
            }
        }
        return indices;
    }

    /**
     * What means the same, in names of the profile's types.
     *
     * @throws ReportException where the profile has no such type
     */
    public static String named(Profile profile, String names) throws ReportException {
        StringBuilder text = new StringBuilder();
        for (int index : list(profile, names)) {
            text.append(text.isEmpty() ? "" : ",")
                    .append(profile.sampleTypes().get(index).type());
        }
        return text.toString();
    }

    private static int one(Profile profile, String name) throws ReportException {
        List<ValueType> types = profile.sampleTypes();
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
            return byName(profile, name);
        }
    }

    private static int byName(Profile profile, String name) throws ReportException {
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
