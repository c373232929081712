package io.tidemark.lab.score.report;

import io.tidemark.analysis.finding.Finding;
import io.tidemark.analysis.finding.Verdict;
import io.tidemark.lab.score.grade.Grade;
import io.tidemark.lab.score.grade.Measure;
import io.tidemark.lab.score.grade.Measures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Grades in Markdown: a table of the programs, the summary, the confusion matrix, and the false alarms. */
public final class Report {
    private final List<Grade> grades;
    private final Map<String, List<Grade>> groups;

    public Report(List<Grade> grades) {
        this.grades = List.copyOf(grades);
        this.groups = Groups.of(grades);
    }

    /** The whole report. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(programs());
        section(lines, "Summary", summary());
        section(lines, "Classes: true ones down, said ones across", matrices());
        section(lines, "False alarms of healthy programs", alarms());
        return lines;
    }

    private static void section(List<String> lines, String title, List<String> section) {
        lines.add("");
        lines.add("## " + title);
        lines.add("");
        lines.addAll(section);
    }

    /** What was expected and what was said, a line for each program and rate; repeats that differ have a line each. */
    public List<String> programs() {
        return programs(grades);
    }

    /** The same, but only of what is wrong. */
    public List<String> wrong() {
        return programs(
                grades.stream().filter(grade -> !grade.wrong().isEmpty()).toList());
    }

    private static List<String> programs(List<Grade> grades) {
        Map<List<String>, Integer> rows = new LinkedHashMap<>();
        for (Grade grade : grades) {
            rows.merge(row(grade), 1, Integer::sum);
        }
        Table table = new Table(List.of("program", "half", "rate", "expected", "said", "wrong", "runs"));
        rows.forEach((row, count) -> {
            List<String> cells = new ArrayList<>(row);
            cells.add(Integer.toString(count));
            table.row(cells);
        });
        return table.lines();
    }

    private static List<String> row(Grade grade) {
        return List.of(
                grade.run().program(),
                grade.truth().split(),
                grade.run().rate() + (grade.run().noise() ? ", noise" : ""),
                Words.expected(grade.truth(), grade.run().rate()),
                Words.said(grade),
                grade.wrong().isEmpty() ? "" : "**" + String.join(", ", grade.wrong()) + "**");
    }

    private List<String> summary() {
        List<String> header = new ArrayList<>(List.of(""));
        header.addAll(groups.keySet());
        Table table = new Table(header);
        for (Measure measure : Measures.all()) {
            List<String> cells = new ArrayList<>(List.of(measure.name()));
            groups.values().forEach(group -> cells.add(measure.of().apply(group).text()));
            table.row(cells);
        }
        return table.lines();
    }

    private List<String> matrices() {
        List<String> lines = new ArrayList<>();
        for (String group : List.of("all", "train", "test")) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            List<String> header = new ArrayList<>(List.of(group));
            for (Verdict said : Verdict.values()) {
                header.add(said.label());
            }
            Table table = new Table(header);
            for (Verdict truth : List.of(Verdict.LEAK, Verdict.PROBLEM, Verdict.WASTE, Verdict.HEALTHY)) {
                table.row(counts(groups.getOrDefault(group, List.of()), truth));
            }
            lines.addAll(table.lines());
        }
        return lines;
    }

    private static List<String> counts(List<Grade> grades, Verdict truth) {
        List<String> cells = new ArrayList<>(List.of(truth.label()));
        for (Verdict said : Verdict.values()) {
            cells.add(Long.toString(grades.stream()
                    .filter(grade -> grade.truth().verdict() == truth && grade.said() == said)
                    .count()));
        }
        return cells;
    }

    private List<String> alarms() {
        List<String> lines = new ArrayList<>();
        for (Grade grade : grades) {
            if (grade.isFalseAlarm()) {
                String title = grade.subject().map(Finding::title).orElse("");
                lines.add("- `" + grade.run().name() + "`: " + Words.said(grade) + "; " + title);
            }
        }
        return lines.isEmpty() ? List.of("None.") : lines;
    }
}
