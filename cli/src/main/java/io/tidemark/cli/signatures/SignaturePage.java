package io.tidemark.cli.signatures;

import io.tidemark.analysis.answer.Ink;
import io.tidemark.analysis.answer.Paragraph;
import io.tidemark.analysis.signature.Placeholder;
import io.tidemark.analysis.signature.Rule;
import io.tidemark.analysis.signature.RuleWords;
import io.tidemark.analysis.signature.Signature;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A signature in full, for a terminal.
 *
 * <pre>
 * Bodies of HTTP responses are not closed
 * http-body-not-closed (G03), connection leak, critical
 *
 * Looks like   goroutines, in the state select, with the stack
 *              net/http.(*persistConn).readLoop
 * Cause        The reader of COUNT connections waits for somebody to read a response ...
 * Fix          - Right after the check of the error write  defer resp.Body.Close() ...
 * </pre>
 */
final class SignaturePage {
    private static final int INDENT = 13;
    private static final int WIDEST = 100;
    private static final int NARROWEST = 50;

    private final Ink ink;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    private SignaturePage(Ink ink, int width) {
        this.ink = ink;
        this.width = Math.max(NARROWEST, Math.min(width, WIDEST));
    }

    static List<String> lines(Signature signature, Ink ink, int width) {
        SignaturePage page = new SignaturePage(ink, width);
        page.add(signature);
        return page.lines;
    }

    private void add(Signature signature) {
        Signature.Words words = signature.words();
        Paragraph.wrap(filled(words.title()), width).forEach(line -> lines.add(ink.bold(line)));
        lines.add(signature.id()
                + (signature.code().isEmpty() ? "" : " (" + signature.code() + ")") + ", "
                + signature.kind().words() + ", " + signature.severity().label()
                + (signature.isGeneral() ? ", general" : ""));
        lines.add("");
        block("Looks like", looks(signature.match()));
        block("Cause", List.of(filled(words.cause())));
        block("Fix", points(words.fix()));
        block("Not it when", points(checked(signature.excludes(), words.guards())));
        block("Surer with", points(checked(signature.supports(), words.surer())));
        block("Versions", words.versions().isEmpty() ? List.of() : List.of(words.versions()));
        block("References", words.references());
    }

    /** The rules, of which one must hold; the Markdown of them without its marks. */
    private static List<String> looks(List<Rule> rules) {
        List<String> texts = new ArrayList<>();
        for (Rule rule : rules) {
            List<String> item = RuleWords.item(rule).replace("`", "").lines().toList();
            texts.add((texts.isEmpty() ? "" : "or ") + item.get(0).substring("- ".length()));
            texts.addAll(item.subList(1, item.size()));
        }
        return texts;
    }

    /** What is checked, and what people have to look at themselves. */
    private static List<String> checked(List<Rule> rules, List<String> texts) {
        List<String> all = new ArrayList<>();
        for (Rule rule : rules) {
            all.add(Character.toUpperCase(rule.says().charAt(0)) + rule.says().substring(1) + " (checked).");
        }
        all.addAll(texts);
        return all;
    }

    private static List<String> points(List<String> texts) {
        return texts.stream().map(text -> "- " + filled(text)).toList();
    }

    /** With words in capitals for what a diagnosis fills in. */
    private static String filled(String text) {
        Map<Placeholder, String> words = new EnumMap<>(Placeholder.class);
        for (Placeholder placeholder : Placeholder.values()) {
            words.put(placeholder, placeholder.label().toUpperCase(Locale.ROOT));
        }
        return Placeholder.fill(text, words);
    }

    /** A word on the left, and paragraphs beside it; those that are points of a list hang. */
    private void block(String name, List<String> paragraphs) {
        String left = ink.bold(name) + " ".repeat(INDENT - name.length());
        for (String paragraph : paragraphs) {
            String text = paragraph.stripLeading();
            String mark = text.startsWith("- ") ? "- " : "";
            String indent = " ".repeat(paragraph.length() - text.length());
            int room = width - INDENT - indent.length() - mark.length();
            for (String line : Paragraph.wrap(text.substring(mark.length()), room)) {
                lines.add(left + indent + mark + line);
                left = " ".repeat(INDENT);
                mark = " ".repeat(mark.length());
            }
        }
    }
}
