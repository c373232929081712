package io.tidemark.analysis.signature;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page of the documentation that shows all signatures: {@code docs/signatures.md}. */
final class CataloguePage {
    private static final String HEAD = """
            # Signatures

            A signature is a known defect, described as data: what it looks like, what is behind it, what to change, and when it is
            something else. `tidemark diagnose` first measures what grows, and then names it with the signature that fits best. The
            statistics decide whether there is a leak; a signature only says which one it is.

            This page is made from the files in `analysis/src/main/resources/io/tidemark/analysis/signature`; don't edit it.
            [How to write one](write-a-signature.md) explains the files, and how to have your own.

            Stacks are written innermost function first, with `<` for "called by", `...` for any frames between, and `<program>` for
            a function that is not of Go's standard library. Words in *italics* stand for what a diagnosis fills in. *General* signatures
            describe what many programs do; whatever else fits is the better name.

            """;

    private static final Map<String, String> GROUPS = groups();

    private CataloguePage() {}

    private static Map<String, String> groups() {
        Map<String, String> groups = new LinkedHashMap<>();
        groups.put("G", "Goroutines, connections and threads");
        groups.put("H", "Heap");
        groups.put("R", "Runtime and its settings");
        groups.put("O", "Outside of Go: files, the kernel, other processes");
        return groups;
    }

    static String of(Catalogue catalogue) {
        StringBuilder out = new StringBuilder(HEAD);
        out.append("| | kind | title |\n|---|---|---|\n");
        for (Signature signature : catalogue.signatures()) {
            out.append("| [")
                    .append(signature.code())
                    .append("](#")
                    .append(signature.id())
                    .append(") | ");
            out.append(signature.kind().label())
                    .append(" | ")
                    .append(signature.words().title())
                    .append(" |\n");
        }
        GROUPS.forEach((letter, title) -> {
            out.append("\n## ").append(title).append('\n');
            for (Signature signature : catalogue.signatures()) {
                if (signature.code().startsWith(letter)) {
                    add(signature, out);
                }
            }
        });
        return out.toString();
    }

    private static void add(Signature signature, StringBuilder out) {
        Signature.Words words = signature.words();
        out.append("\n### <a id=\"").append(signature.id()).append("\"></a>");
        out.append(signature.code()).append(" · ").append(words.title()).append("\n\n");
        out.append('`')
                .append(signature.id())
                .append("`, ")
                .append(signature.kind().words());
        out.append(", ").append(signature.severity().label());
        out.append(signature.isGeneral() ? ", general\n\n" : "\n\n");
        out.append("Looks like").append(signature.match().size() > 1 ? ", one of:\n\n" : ":\n\n");
        signature.match().forEach(rule -> out.append(RuleWords.item(rule)));
        out.append("\n**Cause.** ").append(italics(words.cause())).append("\n\n**Fix.**\n\n");
        items(words.fix(), out);
        if (!words.guards().isEmpty() || !signature.excludes().isEmpty()) {
            out.append("\n**It is something else when**\n\n");
            signature.excludes().forEach(rule -> out.append("- ")
                    .append(sentence(rule.says()))
                    .append(" (checked).\n"));
            items(words.guards(), out);
        }
        if (!signature.supports().isEmpty() || !words.surer().isEmpty()) {
            out.append("\n**Surer with**\n\n");
            signature.supports().forEach(rule -> out.append("- ")
                    .append(sentence(rule.says()))
                    .append(" (checked).\n"));
            items(words.surer(), out);
        }
        if (!words.versions().isEmpty()) {
            out.append("\n**Versions.** ").append(words.versions()).append('\n');
        }
        if (!words.references().isEmpty()) {
            out.append("\n**References.** <")
                    .append(String.join(">, <", words.references()))
                    .append(">\n");
        }
    }

    private static String sentence(String clause) {
        return Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
    }

    private static void items(List<String> texts, StringBuilder out) {
        texts.forEach(text -> out.append("- ").append(italics(text)).append('\n'));
    }

    /** With the placeholders as what they stand for, and what would be HTML escaped. */
    private static String italics(String text) {
        Map<Placeholder, String> words = new EnumMap<>(Placeholder.class);
        for (Placeholder placeholder : Placeholder.values()) {
            words.put(placeholder, "\u0001" + placeholder.label() + "\u0001");
        }
        String filled = Placeholder.fill(text, words);
        return filled.replace("*", "\\*").replace("<", "\\<").replace('\u0001', '*');
    }
}
