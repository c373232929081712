package io.tidemark.analysis.owner;

import io.tidemark.model.code.Frame;
import io.tidemark.model.goroutine.GoroutineParents.Parent;
import io.tidemark.model.profile.Functions;
import io.tidemark.model.profile.Locations;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Samples;
import io.tidemark.model.profile.ValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What the profiles of a program tell about its own code. It remembers answers, so it is for one thread. */
public final class Program {
    private static final long HELD = 1 << 20;

    private final List<Profile> profiles;
    private final Modules modules;
    private final List<Parent> parents;
    private final Map<String, Optional<Frame>> siblings = new HashMap<>(); // by module, as far as anybody asked

    private Program(List<Profile> profiles, Modules modules, List<Parent> parents) {
        this.profiles = List.copyOf(profiles);
        this.modules = modules;
        this.parents = List.copyOf(parents);
    }

    /**
     * The program that some profiles are of. One with goroutines among them helps, since it has package main; the more
     * kinds, the more calls of libraries are seen.
     */
    public static Program of(List<Profile> profiles) {
        return new Program(profiles, Modules.of(profiles), List.of());
    }

    /** The same program with what a dump of its goroutines says about who started them. */
    public Program withParents(List<Parent> newParents) {
        return new Program(profiles, modules, newParents);
    }

    public Origin origin(Frame frame) {
        return modules.origin(GoFunction.parse(frame.function()).packagePath(), frame.file());
    }

    /** The owner of a stack, the leaf first. */
    public Owner owner(List<Frame> stack) {
        return owner(stack, "");
    }

    /**
     * The owner of the stack of a goroutine.
     *
     * @param stack the leaf first
     * @param creator the function that started it; empty when it is not known
     */
    public Owner owner(List<Frame> stack, String creator) {
        Optional<Frame> own = first(stack, Origin.OWN);
        if (own.isPresent()) {
            return new Owner(own.get(), Owner.Basis.FRAME, stack);
        }
        Frame started = creator.isEmpty() ? Frame.of("", "", 0) : place(creator);
        if (!creator.isEmpty() && origin(started) == Origin.OWN) {
            return new Owner(started, Owner.Basis.CREATOR, stack);
        }
        List<Frame> used = used(stack, started);
        for (Frame frame : used) {
            Optional<Frame> sibling = sibling(frame);
            if (sibling.isPresent()) {
                return new Owner(sibling.get(), Owner.Basis.SIBLING, stack);
            }
        }
        return parents.stream()
                .filter(parent -> parent.creator().function().equals(creator))
                .flatMap(parent -> first(parent.stack(), Origin.OWN).stream())
                .findFirst()
                .map(frame -> new Owner(frame, Owner.Basis.PARENT, stack))
                .orElseGet(() -> new Owner(used.isEmpty() ? started : used.get(0), Owner.Basis.LIBRARY, stack));
    }

    /**
     * Where the program calls functions, directly or through libraries: what such calls hold counts first, then what they
     * allocated.
     *
     * @param isCalled tells the names of these functions
     */
    public Optional<Frame> caller(Predicate<String> isCalled) {
        List<Call> calls = new ArrayList<>();
        for (Profile profile : profiles) {
            boolean[] called = new boolean[profile.functions().size()];
            for (int f = 0; f < called.length; f++) {
                called[f] = isCalled.test(profile.functions().name(f));
            }
            calls.addAll(calls(profile, called, EnumSet.complementOf(EnumSet.of(Origin.OWN))));
        }
        return calls.stream().max(Comparator.comparingLong(Call::weight)).map(Call::frame);
    }

    /** The code of others on a stack, what calls before what it calls; of the standard library only if there is no other. */
    private List<Frame> used(List<Frame> stack, Frame started) {
        List<Frame> used = new ArrayList<>(stack);
        if (!started.function().isEmpty()) {
            used.add(started);
        }
        Collections.reverse(used);
        used.removeIf(frame -> GoFunction.parse(frame.function()).packagePath().equals("runtime") && stack.size() > 1);
        if (used.stream().anyMatch(frame -> origin(frame) != Origin.STANDARD)) {
            used.removeIf(frame -> origin(frame) == Origin.STANDARD); // nearly everything calls that
        }
        return used;
    }

    private Optional<Frame> first(List<Frame> stack, Origin origin) {
        return stack.stream().filter(frame -> origin(frame) == origin).findFirst();
    }

    /** Where the program calls the module of a frame: what such calls hold counts first, then what they allocated. */
    private Optional<Frame> sibling(Frame frame) {
        String module = Modules.module(GoFunction.parse(frame.function()).packagePath());
        return siblings.computeIfAbsent(module, this::sibling);
    }

    private Optional<Frame> sibling(String module) {
        // The standard library calls back, as fmt.Fprintf does. What it calls itself says nothing about the program.
        boolean isStandard = modules.origin(module, "") == Origin.STANDARD;
        Set<Origin> between = isStandard ? EnumSet.noneOf(Origin.class) : EnumSet.of(Origin.STANDARD);
        List<Call> calls = new ArrayList<>();
        for (Profile profile : profiles) {
            Functions functions = profile.functions();
            boolean[] called = new boolean[functions.size()];
            for (int f = 0; f < called.length && !module.isEmpty(); f++) {
                String path = GoFunction.parse(functions.name(f)).packagePath();
                called[f] = Modules.module(path).equals(module);
            }
            calls.addAll(calls(profile, called, between));
        }
        return calls.stream().max(Comparator.comparingLong(Call::weight)).map(Call::frame);
    }

    private record Call(Frame frame, long weight) {}

    /** The lines of the program that call functions, directly or through code of these origins. */
    private List<Call> calls(Profile profile, boolean[] isCalled, Set<Origin> between) {
        Locations locations = profile.locations();
        Functions functions = profile.functions();
        boolean[] isOwn = new boolean[functions.size()];
        boolean[] isBetween = new boolean[functions.size()];
        boolean any = false;
        for (int f = 0; f < isOwn.length; f++) {
            String path = GoFunction.parse(functions.name(f)).packagePath();
            Origin origin = modules.origin(path, functions.filename(f));
            isOwn[f] = origin == Origin.OWN;
            isBetween[f] = between.contains(origin);
            any |= isCalled[f] && !isOwn[f];
        }
        if (!any) {
            return List.of();
        }
        int held = Math.max(0, profile.sampleTypes().indexOf(new ValueType("inuse_objects", "count")));
        long[] weights = new long[locations.lineCount()];
        for (Samples.Block block : profile.samples().blocks()) {
            for (int s = 0; s < block.size(); s++) {
                boolean wasCalled = false;
                for (int k = block.stackStart(s); k < block.stackEnd(s); k++) {
                    int location = block.location(k);
                    for (int line = locations.lineStart(location); line < locations.lineEnd(location); line++) {
                        int function = locations.function(line);
                        if (wasCalled && isOwn[function]) {
                            // Whatever is held outweighs what is not, and what is not held still says who calls.
                            weights[line] += HELD * block.value(s, held) + Math.min(HELD - 1, block.value(s, 0));
                        }
                        wasCalled = (isCalled[function] && !isOwn[function]) || (wasCalled && isBetween[function]);
                    }
                }
            }
        }
        List<Call> calls = new ArrayList<>();
        for (int line = 0; line < weights.length; line++) {
            if (weights[line] > 0) {
                calls.add(new Call(frame(profile, line), weights[line]));
            }
        }
        return calls;
    }

    /** A function with the place of its go statement, else with the first place that profiles have for it. */
    private Frame place(String function) {
        for (Parent parent : parents) {
            if (parent.creator().function().equals(function)) {
                return parent.creator();
            }
        }
        for (Profile profile : profiles) {
            Locations locations = profile.locations();
            for (int line = 0; line < locations.lineCount(); line++) {
                if (profile.functions().name(locations.function(line)).equals(function)) {
                    return frame(profile, line);
                }
            }
        }
        return Frame.of(function, "", 0);
    }

    private static Frame frame(Profile profile, int line) {
        Locations locations = profile.locations();
        Functions functions = profile.functions();
        int function = locations.function(line);
        return Frame.of(functions.name(function), functions.filename(function), locations.line(line));
    }
}
