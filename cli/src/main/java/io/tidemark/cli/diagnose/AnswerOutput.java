package io.tidemark.cli.diagnose;

import io.tidemark.analysis.answer.AnswerPage;
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
import java.util.List;

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
                console.print(text(answers, format, isTerminal ? ink() : Ink.PLAIN));
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
                AnswerPage.write(answer.diagnosis(), answer.readings().signals(), List.of(), page);
                page.flush();
            }
            case TEXT, MARKDOWN -> {
                out.write(Utf8.encode(text(answers, format, Ink.PLAIN)));
                out.flush();
            }
        }
    }

    private String text(List<Answer> answers, AnswerFormat format, Ink ink) {
        StringBuilder text = new StringBuilder();
        for (Answer answer : answers) {
            List<String> lines = format == AnswerFormat.TEXT
                    ? TextAnswer.lines(answer.diagnosis(), ink, width())
                    : MarkdownAnswer.lines(answer.diagnosis());
            text.append(text.isEmpty() ? "" : "\n");
            lines.forEach(line -> text.append(line).append('\n'));
        }
        return text.toString();
    }

    private int width() {
        try {
            return Integer.parseInt(console.environment("COLUMNS"));
        } catch (NumberFormatException e) {
            return USUAL_WIDTH;
        }
    }
}
