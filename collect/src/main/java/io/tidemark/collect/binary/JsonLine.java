package io.tidemark.collect.binary;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads one value of JSON, as tools print it on a line. Nested no deeper than they do. */
final class JsonLine {
    private static final int MAX_DEPTH = 16;

    private final String text;
    private int at;

    private JsonLine(String text) {
        this.text = text;
    }

    /** The fields of an object: texts, numbers, lists and objects; a field that is not there is empty, or 0. */
    record Fields(Map<String, Object> values) {
        static Fields of(Object value) {
            Map<String, Object> fields = new HashMap<>();
            if (value instanceof Map<?, ?> map) {
                map.forEach((name, field) -> fields.put(String.valueOf(name), field));
            }
            return new Fields(fields);
        }

        String text(String name) {
            return values.get(name) instanceof String text ? text : "";
        }

        long number(String name) {
            return values.get(name) instanceof Double number ? number.longValue() : 0;
        }

        List<?> list(String name) {
            return values.get(name) instanceof List<?> list ? list : List.of();
        }
    }

    /** Reads a line that is an object. */
    static Fields parse(String line) throws IOException {
        JsonLine json = new JsonLine(line);
        Object value = json.value(0);
        json.skipSpace();
        if (json.at < line.length() || !(value instanceof Map)) {
            throw json.malformed();
        }
        return Fields.of(value);
    }

    private Object value(int depth) throws IOException {
        char c = peek();
        if (depth > MAX_DEPTH) {
            throw malformed();
        }
        return switch (c) {
            case '{' -> object(depth);
            case '[' -> list(depth);
            case '"' -> string();
            default -> word();
        };
    }

    private Map<String, Object> object(int depth) throws IOException {
        Map<String, Object> fields = new HashMap<>();
        at++;
        while (!isNext('}')) {
            if (!fields.isEmpty()) {
                expect(',');
            }
            peek();
            String name = string();
            expect(':');
            fields.put(name, value(depth + 1));
        }
        return fields;
    }

    private List<Object> list(int depth) throws IOException {
        List<Object> values = new ArrayList<>();
        at++;
        while (!isNext(']')) {
            if (!values.isEmpty()) {
                expect(',');
            }
            values.add(value(depth + 1));
        }
        return values;
    }

    private String string() throws IOException {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            string.append(c == '\\' ? escaped() : c);
        }
        expect('"');
        return string.toString();
    }

    private char escaped() throws IOException {
        char c = at < text.length() ? text.charAt(at++) : '"';
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                at += 4;
                try {
                    yield (char) Integer.parseInt(text, at - 4, at, 16);
                } catch (IndexOutOfBoundsException | NumberFormatException e) {
                    throw malformed();
                }
            }
            default -> c;
        };
    }

    /** A number, or one of the words {@code true}, {@code false} and {@code null}, which nobody asks for. */
    private Object word() throws IOException {
        int start = at;
        while (at < text.length() && ",]} \t".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        if (word.equals("true") || word.equals("false") || word.equals("null")) {
            return Boolean.parseBoolean(word);
        }
        try {
            return Double.valueOf(word);
        } catch (NumberFormatException e) {
            throw malformed();
        }
    }

    private boolean isNext(char c) throws IOException {
        if (peek() != c) {
            return false;
        }
        at++;
        return true;
    }

    private void expect(char c) throws IOException {
        if (!isNext(c)) {
            throw malformed();
        }
    }

    private char peek() throws IOException {
        skipSpace();
        if (at >= text.length()) {
            throw malformed();
        }
        return text.charAt(at);
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private IOException malformed() {
        return new IOException(
                "malformed JSON at character " + at + ": " + text.substring(0, Math.min(80, text.length())));
    }
}
