package io.tidemark.lab.score.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidemark.analysis.finding.Kind;
import io.tidemark.analysis.finding.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What is true about a program, as {@code truth.json} has it. The README of lab/programs/go explains the members. */
public final class Truth {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String binary;
    private final JsonNode json;

    private Truth(String binary, JsonNode json) {
        this.binary = binary;
        this.json = json;
    }

    /** The truths of a binary, which its directory is named after. */
    static List<Truth> readAll(Path directory) throws IOException {
        String binary = String.valueOf(directory.getFileName());
        List<Truth> truths = new ArrayList<>();
        for (JsonNode json : JSON.readTree(Files.readString(directory.resolve("truth.json")))) {
            truths.add(new Truth(binary, json));
        }
        return truths;
    }

    /** One truth, as an object of JSON. */
    public static Truth parse(String json) {
        try {
            return new Truth("", JSON.readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String name() {
        return text("name");
    }

    /** The name of the binary that has the program. */
    public String binary() {
        return binary;
    }

    /** Its class: leak, problem, waste or healthy. */
    public Verdict verdict() {
        return Verdict.valueOf(text("class").toUpperCase(Locale.ROOT));
    }

    /** What kind of thing is to be found; empty when there is no kind for it, or nothing to find. */
    public Optional<Kind> kind() {
        return kind(json);
    }

    /** The kinds of what is true besides. */
    public Set<Kind> also() {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        json.path("also").forEach(finding -> kind(finding).ifPresent(kinds::add));
        return kinds;
    }

    /** The id of the defect; empty for none. A healthy program looks like the defect, and does not have it. */
    public String signature() {
        return text("signature");
    }

    /** The functions that are right as culprit, the best first; none when there is nothing to blame. */
    public List<String> culprits() {
        List<String> functions = new ArrayList<>();
        JsonNode culprit = json.path("culprit");
        if (culprit.has("function")) {
            functions.add(culprit.path("function").asText());
            functions.addAll(texts(culprit.path("also")));
        }
        return functions;
    }

    /** Words of which a right advice has one. */
    public List<String> fixWords() {
        return texts(json.path("fix"));
    }

    /** What stays of one event, such as {@code goroutines} or {@code heap_bytes}. */
    public OptionalDouble perEvent(String what) {
        JsonNode value = json.path("per_event").path(what);
        return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
    }

    /**
     * Events a second.
     *
     * @param rate slow, medium or fast
     */
    public double eventsPerSecond(String rate) {
        return json.path("rates").path(rate).asDouble();
    }

    /** Whether it may be too slow at a rate to be decided. */
    public boolean isUndecidable(String rate) {
        return texts(json.path("undecidable")).contains(rate);
    }

    /** Whether no profile has the culprit at a rate. */
    public boolean isUnnamed(String rate) {
        return texts(json.path("unnamed")).contains(rate);
    }

    /** How long it has to be observed. */
    public Duration least() {
        return Duration.ofSeconds(json.path("min_seconds").asLong());
    }

    /** How long it takes to be what is described. */
    public Duration warmup() {
        return Duration.ofSeconds(json.path("warmup").asLong());
    }

    /** Whether it wants a control group with a limit of its own. */
    public boolean hasLimit() {
        return json.has("cgroup_mib");
    }

    /** {@code train} for choosing thresholds, {@code test} for reporting. */
    public String split() {
        return text("split");
    }

    private String text(String member) {
        return json.path(member).asText();
    }

    private static Optional<Kind> kind(JsonNode json) {
        String label = json.path("kind").asText();
        return label.equals("none") ? Optional.empty() : Optional.of(Kind.of(label));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
