package io.tidemark.cli.command;

import io.tidemark.cli.console.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Programs that show files. */
final class Viewer {
    /** How long a program may take to open its file, which goes away when we end. Some only ask another one to open it. */
    private static final long MILLIS_TO_OPEN = 1000;

    private final Console console;

    Viewer(Console console) {
        this.console = console;
    }

    /**
     * Starts the first program that can be started with a file.
     *
     * @param programs commands with their arguments separated by spaces
     * @param waits whether to wait until the program ends
     */
    void show(Path file, List<String> programs, boolean waits) throws CommandException {
        for (String program : programs) {
            Process process = start(program, file);
            if (process != null) {
                waitFor(process, waits);
                return;
            }
        }
        throw new CommandException("no program can be started that shows the result (tried: "
                + String.join(", ", programs) + "); save it with -output, or name a browser in BROWSER");
    }

    private static @Nullable Process start(String program, Path file) {
        List<String> command = new ArrayList<>(List.of(program.split(" ")));
        command.add(file.toString());
        try {
            return new ProcessBuilder(command).inheritIO().start();
        } catch (IOException e) {
            return null; // not installed: the next one may be
        }
    }

    private static void waitFor(Process process, boolean waits) throws CommandException {
        try {
            Thread.sleep(MILLIS_TO_OPEN);
            if (waits && process.waitFor() != 0) {
                throw new CommandException(
                        "the program that shows the result failed with status " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The commands that may open a browser here, the user's own choice first. */
    List<String> browsers() {
        List<String> commands = new ArrayList<>();
        String chosen = console.environment("BROWSER");
        if (!chosen.isEmpty()) {
            commands.add(chosen);
        }
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            commands.add("/usr/bin/open");
        } else if (system.startsWith("windows")) {
            commands.add("cmd /c start");
        } else {
            // A browser runs the script in a picture; what the desktop opens pictures with may not.
            commands.addAll(List.of("chrome", "google-chrome", "chromium", "firefox", "sensible-browser"));
            if (!console.environment("DISPLAY").isEmpty()
                    || !console.environment("WAYLAND_DISPLAY").isEmpty()) {
                commands.add("xdg-open");
            }
        }
        return commands;
    }
}
