package io.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.cli.console.FakeConsole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the documents show as printed is what is printed. In their blocks a command comes after a dollar sign, its output
 * until the next one or the end of the block; a line of three dots stands for lines that are left out.
 *
 * <p>With {@code -Dtidemark.golden=write} the documents are written anew, but for what has lines left out.
 */
class DocumentsTest {
    private static final boolean IS_WRITING = "write".equals(System.getProperty("tidemark.golden"));
    private static final String COMMAND = "$ ./tidemark ";
    private static final int FOUND = 1; // the status of a diagnosis that found something
    private static final Pattern WORD = Pattern.compile("(?:'[^']*'|[^\\s'])+");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docs/pprof.md",
                "docs/json.md",
                "docs/diagnose.md",
                "docs/compare.md",
                "docs/write-a-signature.md"
            })
    void commands_printWhatTheDocumentShows(String document) throws IOException {
        Path file = Path.of("..", document);
        Iterator<String> lines = Files.readAllLines(file).iterator();
        List<String> anew = new ArrayList<>();
        int commands = 0;
        String line = lines.next();
        while (lines.hasNext()) {
            anew.add(line);
            if (line.startsWith(COMMAND)) {
                StringBuilder command = new StringBuilder(line.substring(COMMAND.length()));
                while (command.charAt(command.length() - 1) == '\\') {
                    command.setLength(command.length() - 1);
                    anew.add(lines.next());
                    command.append(anew.get(anew.size() - 1));
                }
                StringBuilder shown = new StringBuilder();
                line = lines.next();
                while (!line.startsWith("```") && !line.startsWith(COMMAND)) {
                    shown.append(line).append('\n');
                    line = lines.next();
                }
                String printed = printed(command.toString());
                boolean isWritten = IS_WRITING && !shown.toString().lines().anyMatch("..."::equals);
                anew.addAll((isWritten ? printed : shown.toString()).lines().toList());
                assertThat(printed).as(command.toString()).matches(pattern(isWritten ? printed : shown.toString()));
                commands++;
            } else {
                line = lines.next();
            }
        }
        anew.add(line);
        if (IS_WRITING) {
            Files.write(file, anew);
        }
        assertThat(commands).isPositive();
    }

    /** What a command prints, without the space at the ends of lines. */
    private static String printed(String command) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(command);
        while (matcher.find()) {
            words.add(matcher.group().replace("'", "").replaceFirst("(^|=)examples", "$1../examples"));
        }
        FakeConsole console = new FakeConsole("");
        assertThat(new Main(console.console()).run(words.toArray(String[]::new)))
                .as(command + console.err())
                .isIn(0, FOUND);
        return console.out().replaceAll("(?m)[ \\t]+$", "").replace("../examples", "examples");
    }

    private static Pattern pattern(String shown) {
        StringBuilder pattern = new StringBuilder();
        shown.lines().forEach(line -> pattern.append(line.equals("...") ? "(?s:.*)" : Pattern.quote(line) + "\n"));
        return Pattern.compile(pattern.toString());
    }
}
