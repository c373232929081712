package io.tidemark.analysis.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Rules in words, for people. */
public final class RuleWords {
    private RuleWords() {}

    /**
     * A rule as the item of a list in Markdown, with its stacks in a list below it where there are several:
     *
     * <pre>{@code
     * - goroutines, in the state `select`, with the stack `net/http.(*persistConn).readLoop`
     * }</pre>
     */
    public static String item(Rule rule) {
        StringBuilder out = new StringBuilder("- ").append(what(rule.shape()));
        List<String> more = new ArrayList<>(conditions(rule.shape()));
        rule.signals().forEach(condition -> more.add(signal(condition)));
        rule.with().forEach(companion -> more.add("for each of them " + companion(companion)));
        rule.go().ifPresent(versions -> more.add("Go " + versions));
        out.append(
                more.isEmpty()
                        ? ""
                        : more.stream()
                                .collect(
                                        Collectors.joining(", ", rule.shape().equals(Shape.ANYTHING) ? "" : ", ", "")));
        List<StackPattern> stacks = rule.shape().stacks();
        if (stacks.size() == 1) {
            out.append(more.isEmpty() ? " with the stack " : ", with the stack ")
                    .append(stack(stacks.get(0)));
        } else if (!stacks.isEmpty()) {
            out.append(", with one of these stacks:");
            stacks.forEach(stack -> out.append("\n  - ").append(stack(stack)));
        }
        return out.append('\n').toString();
    }

    private static String what(Shape shape) {
        return shape.what().stream().sorted().map(Suspect.What::label).collect(Collectors.joining(" or "));
    }

    private static List<String> conditions(Shape shape) {
        List<String> words = new ArrayList<>();
        if (!shape.states().isEmpty()) {
            words.add("in the state " + code(shape.states(), " or "));
        }
        if (!shape.creators().isEmpty()) {
            words.add("started by " + code(shape.creators(), " or "));
        }
        if (!shape.targets().isEmpty()) {
            words.add("open on " + code(shape.targets(), " or "));
        }
        if (shape.size().bytes() > 0) {
            words.add("objects of at least " + shape.size().bytes() + " bytes");
        }
        if (shape.size().atLeast() > 0) {
            words.add("at least " + number(shape.size().atLeast()) + " of them");
        }
        if (shape.size().atMost() < Double.POSITIVE_INFINITY) {
            words.add("at most " + number(shape.size().atMost()) + " of them");
        }
        if (!shape.without().isEmpty()) {
            words.add("without " + code(shape.without(), " or "));
        }
        return words;
    }

    private static String companion(Companion companion) {
        String often = companion.atMost() > 100
                ? "at least " + number(companion.atLeast())
                : number(companion.atLeast()) + " to " + number(companion.atMost());
        String stacks =
                companion.shape().stacks().stream().map(RuleWords::stack).collect(Collectors.joining(" or "));
        return often + " " + what(companion.shape()) + " with the stack " + stacks;
    }

    private static String signal(SignalCondition condition) {
        String name = "`" + condition.signal().label() + "`";
        if (condition.seen().isPresent()) {
            return name + (condition.seen().get() ? " is known" : " is not set");
        }
        List<String> words = new ArrayList<>();
        condition.trend().ifPresent(trend -> words.add(name + " is " + trend.label()));
        if (condition.above().isPresent() || condition.below().isPresent()) {
            String of = condition
                    .of()
                    .map(signal -> " over `" + signal.label() + "`")
                    .orElse("");
            String measure =
                    switch (condition.measure()) {
                        case VALUE -> name + of;
                        case CHANGE -> "the change of " + name + of.replace(" over ", " over that of ");
                        case PER_MINUTE -> "the change of " + name + " in a minute" + of;
                    };
            words.add(measure + bound(" above ", condition.above()) + bound(" below ", condition.below()));
        }
        return String.join(" and ", words);
    }

    private static String bound(String word, OptionalDouble value) {
        return value.isPresent() ? word + number(value.getAsDouble()) : "";
    }

    private static String stack(StackPattern stack) {
        return "`" + String.join(" < ", stack.frames()) + "`";
    }

    private static String code(List<String> texts, String between) {
        return texts.stream().map(text -> "`" + text + "`").collect(Collectors.joining(between));
    }

    private static String number(double value) {
        if (value >= 1e12) {
            return String.format(Locale.ROOT, "%.0e", value);
        }
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceFirst("\\.?0+$", "");
    }
}
