package io.tidemark.analysis.page;

import io.tidemark.analysis.report.TextOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A page made of a template, a style and a program that lie beside a class. The template says with {@code @policy@},
 * {@code @style@} and {@code @script@} where they go; what else stands between two such signs is the maker's to fill.
 *
 * <p>The policy lets only this program and this style run, told by their hashes, and nothing be loaded or sent.
 */
public final class Page {
    private final String template;
    private final String style;
    private final String script;
    private final String guests;
    private final String guestStyles;

    /** What fills the places of a template. */
    @FunctionalInterface
    public interface Filler {
        /** Writes what goes to a place; text of strangers must have been {@link Page#escaped}. */
        void fill(String place, TextOutput out) throws IOException;
    }

    private Page(String template, String style, String script, String guests, String guestStyles) {
        this.template = template;
        this.style = style;
        this.script = script;
        this.guests = guests;
        this.guestStyles = guestStyles;
    }

    /**
     * A page.
     *
     * @param home the class beside which the files lie
     * @param program the files of the program, in their order
     */
    public static Page of(Class<?> home, String template, String style, List<String> program) {
        String script = program.stream()
                .map(file -> resource(home, file))
                .collect(Collectors.joining("", "\"use strict\";\n(() => {\n", "})();\n"));
        return new Page(resource(home, template), resource(home, style), script, "", "");
    }

    /** The same page, in which another may stand in a frame: a frame must keep to the policy of the page around it. */
    public Page with(Page guest) {
        return new Page(
                template,
                style,
                script,
                guests + " '" + hash(guest.script) + "'",
                guestStyles + " '" + hash(guest.style) + "'");
    }

    /** The same page, with a library before its program. */
    public Page withLibrary(String text) {
        return new Page(template, style, text + "\n" + script, guests, guestStyles);
    }

    /** Writes the page; the output is not flushed. */
    public void write(Filler filler, TextOutput out) throws IOException {
        int at = 0;
        for (int start = template.indexOf('@'); start >= 0; start = template.indexOf('@', at)) {
            int end = template.indexOf('@', start + 1);
            out.text(template.substring(at, start));
            String place = template.substring(start + 1, end);
            switch (place) {
                case "policy" -> out.text(policy());
                case "style" -> out.text(style);
                case "script" -> out.text(script);
                default -> filler.fill(place, out);
            }
            at = end + 1;
        }
        out.text(template.substring(at));
    }

    private String policy() {
        return "default-src 'none'; script-src '" + hash(script) + "'" + guests + "; style-src '" + hash(style) + "'"
                + guestStyles + "; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** The text of a file beside a class, or of one whose path begins with a slash. */
    public static String resource(Class<?> home, String name) {
        try (InputStream in = home.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text as it may stand between tags and in the value of an attribute. */
    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
