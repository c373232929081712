package io.tidemark.analysis.signature;

import io.tidemark.analysis.signal.Signal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the rules of a signature. */
final class RuleReader {
    private static final double TOLERANCE = 0.15;

    private static final Set<String> SHAPE =
            SignatureReader.keys("what", "stack", "stacks", "without", "state", "creator", "target", "size");
    private static final Set<String> MATCH = with(SHAPE, "signals", "with", "go");
    private static final Set<String> OTHERS = with(MATCH, "says");
    private static final Set<String> COMPANION = with(SHAPE, "ratio");
    private static final Set<String> SIZE = SignatureReader.keys("bytes", "at-least", "at-most", "kinds");
    private static final Set<String> SIGNAL =
            SignatureReader.keys("signal", "measure", "of", "above", "below", "trend", "seen");

    /** What Go says of waiting goroutines, in the words of its newest version; one lock has also old ones. */
    private static final Set<String> STATES = SignatureReader.keys(
            "chan receive",
            "chan receive (nil chan)",
            "chan send",
            "chan send (nil chan)",
            "select",
            "select (no cases)",
            "IO wait",
            "sleep",
            "semacquire",
            "sync.Mutex.Lock",
            "sync.RWMutex.RLock",
            "sync.RWMutex.Lock",
            "sync.Cond.Wait",
            "sync.WaitGroup.Wait",
            "syscall",
            "finalizer wait",
            "running",
            "runnable");

    private static final Pattern CLOSURE = Pattern.compile("\\.func[0-9]+|\\.gowrap[0-9]+|-fm$|-range[0-9]");
    private static final Pattern LINE = Pattern.compile(":[0-9]+$|\\+0x[0-9a-f]+$");

    private static Set<String> with(Set<String> keys, String... more) {
        Set<String> all = new LinkedHashSet<>(keys);
        all.addAll(List.of(more));
        return all;
    }

    /** The rules that a signature matches by: at least one. */
    List<Rule> match(Fields signature) {
        signature.require("match");
        List<Rule> rules = new ArrayList<>();
        for (Node item : signature.items("match")) {
            Fields fields = signature.inside(item, MATCH);
            if (!fields.has("what")) {
                fields.problem("match", "no what (expected " + labels(Suspect.What.values()) + ")");
            }
            boolean asksNothing = fields.keys().stream().allMatch(key -> key.equals("what") || key.equals("go"));
            if (asksNothing) {
                fields.problem("match", "matches everything of its sort (expected a stack, signals or the like)");
            }
            rules.add(rule(fields, ""));
        }
        return rules;
    }

    /** The rules that support a signature, or exclude it. */
    List<Rule> others(Fields signature, String key) {
        List<Rule> rules = new ArrayList<>();
        for (Node item : signature.items(key)) {
            Fields fields = signature.inside(item, OTHERS);
            rules.add(rule(fields, fields.required("says")));
        }
        return rules;
    }

    private Rule rule(Fields fields, String says) {
        List<SignalCondition> signals = new ArrayList<>();
        for (Node item : fields.items("signals")) {
            condition(fields.inside(item, SIGNAL)).ifPresent(signals::add);
        }
        List<Companion> with = new ArrayList<>();
        for (Node item : fields.items("with")) {
            Fields companion = fields.inside(item, COMPANION);
            with.add(companion(companion, shape(companion)));
        }
        return new Rule(says, shape(fields), signals, with, versions(fields));
    }

    private static Optional<GoVersions> versions(Fields fields) {
        if (!fields.has("go")) {
            return Optional.empty();
        }
        try {
            return Optional.of(GoVersions.parse(fields.text("go")));
        } catch (IllegalArgumentException e) {
            fields.problem("go", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Shape shape(Fields fields) {
        Set<Suspect.What> what = EnumSet.noneOf(Suspect.What.class);
        for (String label : fields.texts("what")) {
            constant(fields, "what", label, Suspect.What.values()).ifPresent(what::add);
        }
        for (String state : fields.texts("state")) {
            if (!STATES.contains(state)) {
                fields.problem("state", "'" + state + "' (expected " + String.join(", ", STATES) + ")");
            }
        }
        return new Shape(
                what,
                stacks(fields),
                names(fields, "without"),
                fields.texts("state"),
                names(fields, "creator"),
                fields.texts("target"),
                size(fields));
    }

    private static Size size(Fields fields) {
        if (!fields.has("size")) {
            return Size.ANY;
        }
        Fields size = fields.inside(fields.items("size").get(0), SIZE);
        return new Size(
                (long) size.number("bytes").orElse(0),
                size.number("at-least").orElse(0),
                size.number("at-most").orElse(Double.POSITIVE_INFINITY),
                (int) size.number("kinds").orElse(0));
    }

    private List<StackPattern> stacks(Fields fields) {
        List<StackPattern> stacks = new ArrayList<>();
        if (fields.has("stack")) {
            add(stacks, fields, "stack", fields.texts("stack"));
        }
        for (Node item : fields.items("stacks")) {
            add(stacks, fields, "stacks", fields.texts("stacks", item));
        }
        return stacks;
    }

    private void add(List<StackPattern> stacks, Fields fields, String key, List<String> frames) {
        frames.forEach(frame -> check(fields, key, frame));
        boolean isAny = frames.stream().allMatch(frame -> frame.equals(StackPattern.GAP));
        if (isAny) {
            fields.problem(key, "matches every stack (expected a frame)");
        }
        try {
            stacks.add(StackPattern.of(frames));
        } catch (IllegalArgumentException e) {
            fields.problem(key, String.valueOf(e.getMessage()));
        }
    }

    private List<String> names(Fields fields, String key) {
        List<String> names = fields.texts(key);
        names.forEach(name -> check(fields, key, name));
        return names;
    }

    /** Notes what can't be a name of a function in any build. */
    private static void check(Fields fields, String key, String frame) {
        String quoted = "'" + frame + "' ";
        if (CLOSURE.matcher(frame).find()) {
            fields.problem(key, quoted + "(expected the function around it: numbers of closures change)");
        } else if (LINE.matcher(frame).find()) {
            fields.problem(key, quoted + "(expected no line and no address: they change)");
        } else if (frame.contains("%2e")) {
            fields.problem(key, quoted + "(expected a dot for %2e)");
        } else if (frame.equals("*")) {
            fields.problem(key, quoted + "(expected <any> for one frame, ... for any number of them)");
        } else if (frame.indexOf(' ') >= 0) {
            fields.problem(key, quoted + "(expected a name without blanks)");
        } else if (frame.indexOf('.') < 0 && !frame.startsWith("<") && !frame.contains("*")) {
            fields.problem(key, quoted + "(expected package.function)");
        }
    }

    private static Companion companion(Fields fields, Shape shape) {
        List<OptionalDouble> numbers = fields.texts("ratio").stream()
                .map(text -> fields.number("ratio", text))
                .toList();
        if (numbers.stream().anyMatch(OptionalDouble::isEmpty)) {
            return new Companion(shape, 0, 0);
        }
        double[] ratio = numbers.isEmpty()
                ? new double[] {1}
                : numbers.stream().mapToDouble(OptionalDouble::getAsDouble).toArray();
        if (ratio.length > 2 || !(ratio[0] >= 0) || ratio[ratio.length - 1] < ratio[0]) {
            fields.problem("ratio", "expected one number, or the smallest and the largest");
            return new Companion(shape, 0, 0);
        }
        return ratio.length == 2
                ? new Companion(shape, ratio[0], ratio[1])
                : new Companion(shape, ratio[0] * (1 - TOLERANCE), ratio[0] * (1 + TOLERANCE));
    }

    private static Optional<SignalCondition> condition(Fields fields) {
        Optional<Signal> signal = signal(fields, "signal", fields.required("signal"));
        Optional<Signal> of = fields.has("of") ? signal(fields, "of", fields.text("of")) : Optional.empty();
        Optional<Trend> trend = fields.has("trend")
                ? constant(fields, "trend", fields.text("trend"), Trend.values())
                : Optional.empty();
        Optional<Boolean> seen = fields.has("seen") ? Optional.of(fields.isTrue("seen")) : Optional.empty();
        Optional<SignalCondition.Measure> measure = fields.has("measure")
                ? constant(fields, "measure", fields.text("measure"), SignalCondition.Measure.values())
                : Optional.of(SignalCondition.Measure.VALUE);
        OptionalDouble above = fields.number("above");
        OptionalDouble below = fields.number("below");
        if (List.of("above", "below", "trend", "seen").stream().noneMatch(fields::has)) {
            fields.problem("signal", "nothing is asked of it (expected above, below, trend or seen)");
        }
        if (signal.isEmpty() || measure.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SignalCondition(signal.get(), measure.get(), of, above, below, trend, seen));
    }

    private static Optional<Signal> signal(Fields fields, String key, String label) {
        try {
            return label.isEmpty() ? Optional.empty() : Optional.of(Signal.of(label));
        } catch (IllegalArgumentException e) {
            fields.problem(key, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> Optional<E> constant(Fields fields, String key, String label, E[] constants) {
        for (E constant : constants) {
            if (SignatureReader.label(constant).equals(label)) {
                return Optional.of(constant);
            }
        }
        fields.problem(key, "'" + label + "' (expected " + labels(constants) + ")");
        return Optional.empty();
    }

    private static String labels(Enum<?>[] constants) {
        List<String> labels = new ArrayList<>();
        for (Enum<?> constant : constants) {
            labels.add(SignatureReader.label(constant));
        }
        return String.join(", ", labels);
    }
}
