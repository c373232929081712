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

    /**
     * A word on the left, and paragraphs beside it.
     *
     * @param indent the column that the paragraphs begin at, right of the word
     * @param width of all, with the word
     */
    public static List<String> beside(String word, List<String> paragraphs, Ink ink, int indent, int width) {
        List<String> lines = new ArrayList<>();
        String left = ink.bold(word) + " ".repeat(indent - word.length());
        for (String paragraph : paragraphs) {
            for (String line : wrap(paragraph, width - indent)) {
                lines.add(left + line);
                left = " ".repeat(indent);
            }
        }
        return lines;
    }
}
