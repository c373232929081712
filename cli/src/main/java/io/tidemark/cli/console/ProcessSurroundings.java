package io.tidemark.cli.console;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * The surroundings of this process. Java can't ask whether a stream is a terminal without native code, so the launcher,
 * which can, says which are, in the property {@code tidemark.terminals}: {@code 02} for standard input and standard error.
 */
final class ProcessSurroundings implements Surroundings {
    private static final File TERMINAL = new File("/dev/tty");
    private static final int USUAL_WIDTH = 80;

    @Override
    public boolean isTerminal(Stream stream) {
        String known = System.getProperty("tidemark.terminals");
        return known != null ? known.contains(stream.descriptor()) : isTerminalDevice(stream);
    }

    /** Without the launcher: Linux shows the files behind the descriptors; elsewhere no is the safe answer. */
    private static boolean isTerminalDevice(Stream stream) {
        Path descriptor = Path.of("/proc/self/fd", stream.descriptor());
        try {
            String file = Files.readSymbolicLink(descriptor).toString();
            return file.startsWith("/dev/pts/") || file.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    @Override
    public Map<String, String> environment() {
        return System.getenv();
    }

    @Override
    public int width() {
        int set = number(System.getenv().getOrDefault("COLUMNS", ""));
        return set > 0 ? set : askedWidth();
    }

    /** What the terminal says: {@code stty size} prints its rows and columns. */
    private static int askedWidth() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(TERMINAL)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            int asked = number(size.substring(size.indexOf(' ') + 1));
            return asked > 0 ? asked : USUAL_WIDTH;
        } catch (IOException e) {
            return USUAL_WIDTH; // there is no terminal, or no stty
        }
    }

    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    @Override
    public ZoneId zone() {
        return isUtc() ? ZoneOffset.UTC : ZoneId.systemDefault();
    }

    private static boolean isUtc() {
        if (System.getenv("TZ") != null) {
            return System.getenv("TZ").equals("UTC");
        }
        Path here = Path.of("/etc/localtime");
        try {
            return Files.notExists(here) || Files.readSymbolicLink(here).endsWith("UTC");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
