package io.tidemark.analysis.signature;

import io.tidemark.analysis.finding.Kind;
import io.tidemark.analysis.finding.Severity;
import io.tidemark.analysis.signature.MalformedSignatureException.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads a signature from YAML. {@code docs/write-a-signature.md} describes the keys.
 *
 * <p>The text is data from strangers: it is only taken apart into keys, lists and texts, no type that it names is ever made,
 * anchors are refused, and its length is limited.
 */
final class SignatureReader {
    private static final int MAX_LENGTH = 1 << 16;
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private static final Set<String> KEYS = keys(
            "id",
            "code",
            "title",
            "kind",
            "general",
            "severity",
            "match",
            "supports",
            "excludes",
            "cause",
            "fix",
            "guards",
            "surer",
            "references",
            "versions");

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setCodePointLimit(MAX_LENGTH)
            .setMaxAliasesForCollections(0)
            .setAllowDuplicateKeys(false)
            .setBufferSize(1 << 13)
            .build();

    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    private SignatureReader(String file) {
        this.file = file;
    }

    /**
     * The signature in a text.
     *
     * @param file the name to tell people where a problem is
     * @throws MalformedSignatureException with all problems
     */
    static Signature read(String file, String text) throws MalformedSignatureException {
        SignatureReader reader = new SignatureReader(file);
        Optional<Signature> signature = reader.compose(text).map(reader::signature);
        if (signature.isEmpty() || !reader.problems.isEmpty()) {
            reader.problems.sort(Comparator.comparingInt(Problem::line));
            throw new MalformedSignatureException(reader.problems);
        }
        return signature.get();
    }

    private Optional<Node> compose(String text) {
        try {
            Optional<Node> node = new Compose(SETTINGS).composeString(text);
            if (node.isEmpty()) {
                problems.add(new Problem(file, 1, "empty (expected a signature)"));
            }
            return node;
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            problems.add(new Problem(file, line, "no YAML: " + e.getProblem()));
        } catch (YamlEngineException e) {
            String message = String.valueOf(e.getMessage());
            problems.add(new Problem(
                    file, 1, "no YAML: " + message.lines().findFirst().orElse("")));
        } catch (StackOverflowError e) {
            problems.add(new Problem(file, 1, "no YAML: lists and keys too deep in each other"));
        }
        return Optional.empty();
    }

    private Signature signature(Node node) {
        Fields fields = Fields.of(file, problems, node, KEYS);
        Kind kind = kind(fields);
        RuleReader rules = new RuleReader();
        return new Signature(
                id(fields),
                fields.text("code"),
                kind,
                severity(fields, kind),
                fields.isTrue("general"),
                rules.match(fields),
                rules.others(fields, "supports"),
                rules.others(fields, "excludes"),
                words(fields));
    }

    private static String id(Fields fields) {
        String id = fields.required("id");
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            fields.problem("id", "'" + id + "' (expected small letters, digits and hyphens)");
        }
        return id;
    }

    private static Kind kind(Fields fields) {
        String label = fields.required("kind");
        try {
            return label.isEmpty() ? Kind.HEAP_GROWTH : Kind.of(label);
        } catch (IllegalArgumentException e) {
            List<String> labels = new ArrayList<>();
            for (Kind kind : Kind.values()) {
                labels.add(kind.label());
            }
            fields.problem("kind", "'" + label + "' (expected " + String.join(", ", labels) + ")");
            return Kind.HEAP_GROWTH;
        }
    }

    private static Severity severity(Fields fields, Kind kind) {
        String label = fields.text("severity");
        for (Severity severity : Severity.values()) {
            if (severity.label().equals(label)) {
                return severity;
            }
        }
        if (!label.isEmpty()) {
            fields.problem("severity", "'" + label + "' (expected info, warning or critical)");
        }
        return Signature.usual(kind);
    }

    private static Signature.Words words(Fields fields) {
        String title = fields.required("title");
        if (title.endsWith(".")) {
            fields.problem("title", "ends with a full stop (expected none)");
        }
        String cause = fields.required("cause");
        fields.require("fix");
        List<String> fix = fields.texts("fix");
        check(fields, "title", List.of(title));
        check(fields, "cause", List.of(cause));
        check(fields, "fix", fix);
        return new Signature.Words(
                title,
                cause,
                fix,
                fields.texts("guards"),
                fields.texts("surer"),
                fields.texts("references"),
                fields.text("versions"));
    }

    private static void check(Fields fields, String key, List<String> texts) {
        for (String text : texts) {
            String unknown = Placeholder.unknown(text);
            if (!unknown.isEmpty()) {
                fields.problem(key, "placeholder " + unknown + " (expected " + Placeholder.labels() + ")");
            }
        }
    }

    /** Keys in the order in which messages list them. */
    static Set<String> keys(String... keys) {
        return new LinkedHashSet<>(List.of(keys));
    }

    /** A label of a constant: {@code PER_MINUTE} is {@code per-minute}. */
    static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
