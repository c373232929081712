package io.tidemark.analysis.signature;

import java.util.List;

/** A {@link Shape}, made ready to be compared with suspects. */
final class Looks {
    private final Shape shape;
    private final List<FramePattern> without;
    private final List<FramePattern> creators;
    private final List<FramePattern> targets;

    Looks(Shape shape) {
        this.shape = shape;
        this.without = patterns(shape.without());
        this.creators = patterns(shape.creators());
        this.targets = shape.targets().stream().map(FramePattern::text).toList();
    }

    private static List<FramePattern> patterns(List<String> texts) {
        return texts.stream().map(FramePattern::of).toList();
    }

    Shape shape() {
        return shape;
    }

    /** Whether a suspect looks like this. A state, creator or size that was not seen is not held against it. */
    Truth matches(Suspect suspect) {
        boolean fits = (shape.what().isEmpty() || shape.what().contains(suspect.what()))
                && hasStack(suspect.stack())
                && hasTargets(suspect.targets());
        if (!fits) {
            return Truth.NO;
        }
        return state(suspect.stack())
                .and(creator(suspect.stack()))
                .and(shape.size().holds(suspect));
    }

    private boolean hasStack(Stack stack) {
        for (int i = 0; i < stack.size() && !without.isEmpty(); i++) {
            if (isOneOf(without, stack.name(i))) {
                return false;
            }
        }
        if (shape.stacks().isEmpty()) {
            return true;
        }
        for (StackPattern pattern : shape.stacks()) {
            if (pattern.matches(stack)) {
                return true;
            }
        }
        return false;
    }

    /** Whether at least half of the descriptors are open on what is asked for. */
    private boolean hasTargets(List<String> seen) {
        if (targets.isEmpty()) {
            return true;
        }
        int hits = 0;
        for (String target : seen) {
            hits += isOneOf(targets, target) ? 1 : 0;
        }
        return hits > 0 && hits * 2 >= seen.size();
    }

    private Truth state(Stack stack) {
        if (shape.states().isEmpty()) {
            return Truth.YES;
        }
        return stack.state().isEmpty() ? Truth.UNKNOWN : Truth.of(shape.states().contains(stack.state()));
    }

    private Truth creator(Stack stack) {
        if (creators.isEmpty()) {
            return Truth.YES;
        }
        return stack.creator().isEmpty() ? Truth.UNKNOWN : Truth.of(isOneOf(creators, stack.creator()));
    }

    private static boolean isOneOf(List<FramePattern> patterns, String name) {
        for (FramePattern pattern : patterns) {
            if (pattern.matches(name)) {
                return true;
            }
        }
        return false;
    }

    /** How much it says when a suspect looks like this: the more is asked for, the more. */
    double weight(Suspect suspect) {
        double stack = 0;
        for (StackPattern pattern : shape.stacks()) {
            stack = Math.max(stack, pattern.matches(suspect.stack()) ? pattern.weight() : 0);
        }
        return stack
                + (without.isEmpty() ? 0 : 1)
                + (shape.states().isEmpty() ? 0 : 1)
                + (creators.isEmpty() ? 0 : 2)
                + targets.stream().mapToDouble(FramePattern::weight).max().orElse(0)
                + shape.size().weight();
    }
}
