package io.tidemark.analysis.answer;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text into lines of a width, between words; a word that is longer has a line of its own. Control characters, which
 * names of strangers may have, become question marks.
 */
public final class Paragraph {
    private Paragraph() {}

    /** The lines of a text. */
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word.replaceAll("\\p{Cntrl}", "?"));
        }
        lines.add(line.toString());
        return lines;
    }
}
