package io.tidemark.cli.command;

import io.tidemark.analysis.report.Report;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.analysis.report.TextOutput;
import io.tidemark.analysis.view.Query;
import io.tidemark.analysis.view.Setting;
import io.tidemark.analysis.view.View;
import io.tidemark.cli.code.LocalCode;
import io.tidemark.cli.console.Console;
import io.tidemark.cli.console.Stream;
import io.tidemark.model.profile.Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** Carries commands out: has a report made, and brings it where it shall go. */
public final class Generator {
    private final Console console;
    private final LocalCode code;
    private final TemporaryFiles files;
    private final boolean isShell;

    /**
     * A generator.
     *
     * @param code where sources and binaries are
     * @param files makes the files that nobody named
     * @param isShell whether commands come from the shell, which goes on while a program shows a file
     */
    public Generator(Console console, LocalCode code, TemporaryFiles files, boolean isShell) {
        this.console = console;
        this.code = code;
        this.files = files;
        this.isShell = isShell;
    }

    /**
     * Carries a command out.
     *
     * @throws IOException where the report can't be written
     */
    public void generate(Profile profile, Request request) throws IOException, ReportException, CommandException {
        Command command = request.command();
        Delivery delivery = command.delivery();
        View view = command.content().view(request.view());
        if (view.is(Setting.JSON) && delivery.way() != Delivery.Way.OUTPUT) {
            throw new CommandException("json: not for " + command.label() + " (expected a report in text, or dot)");
        }
        List<Report> reports =
                new Query(view, command.shape(), request.function()).reports(profile, console.zone(), console::warn);
        String output = view.text(Setting.OUTPUT);
        if (!output.isEmpty()) {
            console.say("Generating report in " + output);
            writeFile(command, view, reports, Path.of(output));
        } else {
            switch (delivery.way()) {
                case OUTPUT -> write(command, view, reports, console.out());
                case AWAY_FROM_SCREEN -> writeAwayFromScreen(command, view, reports);
                case PROGRAM, BROWSER -> show(command, view, reports);
            }
        }
    }

    private void writeAwayFromScreen(Command command, View view, List<Report> reports)
            throws IOException, ReportException, CommandException {
        if (isShell || console.isTerminal(Stream.OUT)) {
            Path file = files.create(
                    Path.of(""), "profile", "." + command.delivery().suffix());
            console.say("Generating report in " + file);
            writeFile(command, view, reports, file);
        } else {
            write(command, view, reports, console.out());
        }
    }

    private void show(Command command, View view, List<Report> reports)
            throws IOException, ReportException, CommandException {
        Delivery delivery = command.delivery();
        Path directory = Path.of(System.getProperty("java.io.tmpdir"));
        Path file = files.createPassing(directory, "pprof", "." + delivery.suffix());
        writeFile(command, view, reports, file);
        Viewer viewer = new Viewer(console);
        viewer.show(file, delivery.way() == Delivery.Way.BROWSER ? viewer.browsers() : delivery.programs(), !isShell);
    }

    private void writeFile(Command command, View view, List<Report> reports, Path path)
            throws IOException, ReportException, CommandException {
        try (ReportFile file = new ReportFile(path)) {
            write(command, view, reports, file);
            file.complete();
        }
    }

    private void write(Command command, View view, List<Report> reports, OutputStream out)
            throws IOException, ReportException, CommandException {
        String picture = command.delivery().picture();
        if (picture.isEmpty()) {
            TextOutput text = new TextOutput(out);
            command.content().write(reports, view, code, text);
            text.flush();
            return;
        }
        ByteArrayOutputStream graph = new ByteArrayOutputStream();
        TextOutput text = new TextOutput(graph);
        command.content().write(reports, view, code, text);
        text.flush();
        byte[] drawn = Graphviz.draw(graph.toByteArray(), picture);
        out.write(command.delivery().isMovable() ? MovableSvg.of(drawn) : drawn);
        out.flush();
    }
}
