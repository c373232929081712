package io.tidemark.analysis.signature;

import io.tidemark.analysis.signature.MalformedSignatureException.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The keys of one mapping in a YAML file, and their values. Whatever is wrong with them is noted with its line, and reading
 * goes on with what is harmless.
 */
final class Fields {
    private static final int MAX_ITEMS = 100;

    private final String file;
    private final List<Problem> problems;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Node node;

    private Fields(String file, List<Problem> problems, Node node) {
        this.file = file;
        this.problems = problems;
        this.node = node;
    }

    /** The keys of a mapping, which must be among {@code known}. */
    static Fields of(String file, List<Problem> problems, Node node, Set<String> known) {
        Fields fields = new Fields(file, problems, node);
        if (!(node instanceof MappingNode mapping)) {
            fields.problem(node, "expected keys with values: " + String.join(", ", known));
            return fields;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (known.contains(key)) {
                Node before = fields.values.put(key, tuple.getValueNode());
                if (before != null) {
                    fields.problem(tuple.getKeyNode(), "key '" + key + "' for the second time");
                }
            } else {
                fields.problem(
                        tuple.getKeyNode(), "key '" + key + "' (expected one of " + String.join(", ", known) + ")");
            }
        }
        return fields;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** The keys that are there. */
    Set<String> keys() {
        return values.keySet();
    }

    /** A text; empty, which is a problem, when there is none. */
    String required(String key) {
        require(key);
        return text(key);
    }

    /** Notes a problem when a key is missing. */
    void require(String key) {
        if (!has(key)) {
            problem(node, "no " + key);
        }
    }

    /** A text; empty when there is none. */
    String text(String key) {
        Node value = values.get(key);
        return value == null ? "" : text(key, value);
    }

    private String text(String key, Node value) {
        if (!(value instanceof ScalarNode scalar)) {
            problem(value, key + ": expected a text (in quotes where it has a colon and a blank)");
            return "";
        }
        String text = scalar.getValue().strip();
        if (text.isEmpty()) {
            problem(value, key + ": empty");
        }
        return text;
    }

    /** Texts: one, or a list of them. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node item : items(key)) {
            texts.add(text(key, item));
        }
        return texts;
    }

    /** The items of a list, or the one value that stands where a list may stand. */
    List<Node> items(String key) {
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof SequenceNode sequence)) {
            return List.of(value);
        }
        if (sequence.getValue().size() > MAX_ITEMS) {
            problem(value, key + ": " + sequence.getValue().size() + " items (expected at most " + MAX_ITEMS + ")");
            return List.of();
        }
        return sequence.getValue();
    }

    /** The items of an item: a list in a list. */
    List<String> texts(String key, Node item) {
        if (!(item instanceof SequenceNode sequence) || sequence.getValue().size() > MAX_ITEMS) {
            problem(item, key + ": expected a list of at most " + MAX_ITEMS);
            return List.of();
        }
        return sequence.getValue().stream().map(value -> text(key, value)).toList();
    }

    /** Whether a key is {@code true}; it may be {@code false} or missing otherwise. */
    boolean isTrue(String key) {
        String text = text(key);
        if (!text.isEmpty() && !text.equals("true") && !text.equals("false")) {
            problem(key, "'" + text + "' (expected true or false)");
        }
        return text.equals("true");
    }

    OptionalDouble number(String key) {
        Node value = values.get(key);
        return value == null ? OptionalDouble.empty() : number(key, text(key, value));
    }

    /** The number that a text is. */
    OptionalDouble number(String key, String text) {
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return OptionalDouble.of(number);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        problem(key, "'" + text + "' (expected a number)");
        return OptionalDouble.empty();
    }

    /** Notes what is wrong with the value of a key. */
    void problem(String key, String text) {
        problem(values.getOrDefault(key, node), key + ": " + text);
    }

    void problem(Node at, String text) {
        int line = at.getStartMark().map(Mark::getLine).orElse(0) + 1;
        problems.add(new Problem(file, line, text));
    }

    /** Keys of a mapping that stands in this one. */
    Fields inside(Node item, Set<String> known) {
        return of(file, problems, item, known);
    }
}
