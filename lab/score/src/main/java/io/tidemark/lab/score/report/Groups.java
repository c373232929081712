package io.tidemark.lab.score.report;

import io.tidemark.lab.score.grade.Grade;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns of a summary: all grades, train and test, and the rates where there are several. */
final class Groups {
    private Groups() {}

    static Map<String, List<Grade>> of(List<Grade> grades) {
        Map<String, List<Grade>> groups = new LinkedHashMap<>();
        groups.put("all", grades);
        for (String half : List.of("train", "test")) {
            groups.put(
                    half,
                    grades.stream()
                            .filter(grade -> grade.truth().split().equals(half))
                            .toList());
        }
        Map<String, List<Grade>> rates = new LinkedHashMap<>();
        for (Grade grade : grades) {
            rates.computeIfAbsent(grade.run().rate(), rate -> new ArrayList<>()).add(grade);
        }
        if (rates.size() > 1) {
            groups.putAll(rates);
        }
        return groups;
    }
}
