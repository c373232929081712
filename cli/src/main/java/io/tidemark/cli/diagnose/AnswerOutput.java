package io.tidemark.cli.diagnose;

import io.tidemark.analysis.answer.AnswerPage;
import io.tidemark.analysis.answer.Flame;
import io.tidemark.analysis.answer.Ink;
import io.tidemark.analysis.answer.JsonAnswer;
import io.tidemark.analysis.answer.MarkdownAnswer;
import io.tidemark.analysis.answer.TextAnswer;
import io.tidemark.analysis.report.TextOutput;
import io.tidemark.cli.console.Console;
import io.tidemark.cli.console.Stream;
import io.tidemark.cli.flag.UsageException;
import io.tidemark.model.profile.Utf8;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes answers to the terminal or to files. */
final class AnswerOutput {
    private static final int USUAL_WIDTH = 80;

    private final Console console;

    AnswerOutput(Console console) {
        this.console = console;
    }

    void write(List<Answer> answers, AnswerFormat format, DiagnoseOptions options) throws UsageException, IOException {
        Path output = options.output;
        Path report = options.report;
        if (output == null) {
            boolean isTerminal = console.isTerminal(Stream.OUT);
            if (format == AnswerFormat.HTML && isTerminal) {
                throw new UsageException("--format html: no --output (expected the file to write)");
            }
            if (format == AnswerFormat.TEXT) {
                console.print(text(answers, isTerminal ? ink() : Ink.PLAIN, !isAnnounced(answers, options)));
            } else {
                write(answers, format, console.out());
            }
        } else {
            file(answers, format, output);
        }
        if (report != null) {
            file(answers, AnswerFormat.HTML, report);
        }
    }

    private void file(List<Answer> answers, AnswerFormat format, Path file) throws UsageException, IOException {
        if (format == AnswerFormat.HTML && answers.size() > 1) {
            throw new UsageException("html: " + answers.size() + " targets (expected one for a page)");
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            write(answers, format, out);
        }
        console.say("Wrote " + file);
    }

    private Ink ink() {
        boolean isPlain = !console.environment("NO_COLOR").isEmpty()
                || console.environment("TERM").equals("dumb");
        return isPlain ? Ink.PLAIN : Ink.ANSI;
    }

    private void write(List<Answer> answers, AnswerFormat format, OutputStream out) throws IOException {
        switch (format) {
            case JSON ->
                JsonAnswer.write(answers.stream().map(Answer::diagnosis).toList(), out);
            case HTML -> {
                TextOutput page = new TextOutput(out);
                Answer answer = answers.get(0);
                AnswerPage.write(answer.diagnosis(), answer.readings().signals(), Flame.of(answer.readings()), page);
                page.flush();
            }
            case TEXT -> {
                out.write(Utf8.encode(text(answers, Ink.PLAIN, true)));
                out.flush();
            }
            case MARKDOWN -> {
                out.write(Utf8.encode(joined(answers, answer -> MarkdownAnswer.lines(answer.diagnosis()))));
                out.flush();
            }
        }
    }

    /** Whether the line that shows the progress has just said what was observed. */
    private boolean isAnnounced(List<Answer> answers, DiagnoseOptions options) {
        boolean isLive = options.sources.stream().noneMatch(source -> Files.exists(Path.of(source)));
        return isLive && answers.size() == 1 && console.isTerminal(Stream.OUT) && console.isTerminal(Stream.ERR);
    }

    private String text(List<Answer> answers, Ink ink, boolean hasHead) {
        int width = console.isTerminal(Stream.OUT) ? console.width() : USUAL_WIDTH;
        return joined(answers, answer -> {
            List<String> lines = new ArrayList<>();
            if (hasHead) {
                lines.addAll(TextAnswer.head(answer.diagnosis(), ink, width));
            }
            lines.add("");
            lines.addAll(TextAnswer.lines(answer.diagnosis(), ink, width));
            return lines;
        });
    }

    private static String joined(List<Answer> answers, Function<Answer, List<String>> form) {
        StringBuilder text = new StringBuilder();
        for (Answer answer : answers) {
            text.append(text.isEmpty() ? "" : "\n");
            form.apply(answer).forEach(line -> text.append(line).append('\n'));
        }
        return text.toString();
    }
}
