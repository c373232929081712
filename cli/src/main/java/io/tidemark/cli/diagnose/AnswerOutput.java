package io.tidemark.cli.diagnose;

import io.tidemark.analysis.answer.AnswerPage;
import io.tidemark.analysis.answer.Flame;
import io.tidemark.analysis.answer.Ink;
import io.tidemark.analysis.answer.JsonAnswer;
import io.tidemark.analysis.answer.MarkdownAnswer;
import io.tidemark.analysis.answer.TextAnswer;
import io.tidemark.analysis.report.TextOutput;
import io.tidemark.cli.console.Console;
import io.tidemark.cli.console.Problem;
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
import org.jspecify.annotations.Nullable;

/** Writes answers to the terminal or to files. */
final class AnswerOutput {
    private final Console console;

    AnswerOutput(Console console) {
        this.console = console;
    }

    /**
     * Refuses what would only fail when the answer is there, which may be hours later.
     *
     * @param targets how many there are to answer about
     */
    void check(DiagnoseOptions options, int targets) throws UsageException {
        boolean isPage = options.format == AnswerFormat.HTML;
        if (isPage && options.output == null && console.isTerminal(Stream.OUT)) {
            throw new UsageException("--format html: no --output (expected the file to write)");
        }
        if ((isPage || options.report != null) && targets > 1) {
            throw new UsageException("html: " + targets + " targets (expected one for a page)");
        }
        check(options.output);
        check(options.report);
    }

    private static void check(@Nullable Path file) throws UsageException {
        if (file == null) {
            return;
        }
        if (Files.isDirectory(file)) {
            throw new UsageException(file + ": a directory (expected a file to write)");
        }
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null && !Files.isDirectory(directory)) {
            throw new UsageException(file + ": no such directory");
        }
        if (directory != null && !Files.isWritable(Files.exists(file) ? file : directory)) {
            throw new UsageException(file + ": permission denied");
        }
    }

    void write(List<Answer> answers, DiagnoseOptions options) throws UsageException, IOException {
        AnswerFormat format = options.format;
        Path output = options.output;
        Path report = options.report;
        if (output == null) {
            if (format == AnswerFormat.TEXT) {
                Ink ink = console.hasColours(Stream.OUT) ? Ink.ANSI : Ink.PLAIN;
                console.print(text(answers, ink, !isAnnounced(answers, options)));
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

    private void file(List<Answer> answers, AnswerFormat format, Path file) throws UsageException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            write(answers, format, out);
        } catch (IOException e) {
            throw new UsageException(Problem.sentence(e, file));
        }
        console.say("Wrote " + file);
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
        int width = console.width(Stream.OUT);
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
