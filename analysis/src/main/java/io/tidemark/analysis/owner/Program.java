package io.tidemark.analysis.owner;

import io.tidemark.model.code.Frame;
import io.tidemark.model.profile.Functions;
import io.tidemark.model.profile.Locations;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Samples;
import io.tidemark.model.profile.ValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What the profiles of a program tell about its own code. */
public final class Program {
    private static final long HELD = 1 << 20;

    private final List<Profile> profiles;
    private final Modules modules;

    private Program(List<Profile> profiles) {
        this.profiles = List.copyOf(profiles);
        this.modules = Modules.of(profiles);
    }

    /**
     * The program that some profiles are of. One with goroutines among them helps, since it has package main; the more
     * kinds, the more calls of libraries are seen.
     */
    public static Program of(List<Profile> profiles) {
        return new Program(profiles);
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
        Optional<Frame> library = first(stack, Origin.LIBRARY);
        Optional<Frame> nearby = first(stack, Origin.NEARBY);
        Frame used = library.or(() -> nearby).orElse(creator.isEmpty() && !stack.isEmpty() ? stack.get(0) : started);
        Optional<Frame> sibling =
                sibling(Modules.module(GoFunction.parse(used.function()).packagePath()));
        if (sibling.isPresent()) {
            return new Owner(sibling.get(), Owner.Basis.SIBLING, stack);
        }
        return new Owner(nearby.orElse(used), Owner.Basis.LIBRARY, stack);
    }

    private Optional<Frame> first(List<Frame> stack, Origin origin) {
        return stack.stream().filter(frame -> origin(frame) == origin).findFirst();
    }

    /** Where the program calls a module: what such calls hold counts first, then what they ever allocated. */
    private Optional<Frame> sibling(String module) {
        List<Call> calls = new ArrayList<>();
        for (Profile profile : profiles) {
            calls.addAll(calls(profile, module));
        }
        return calls.isEmpty()
                ? Optional.empty()
                : Optional.of(Collections.max(calls, (a, b) -> Long.compare(a.weight, b.weight)).frame);
    }

    private record Call(Frame frame, long weight) {}

    private List<Call> calls(Profile profile, String module) {
        Locations locations = profile.locations();
        Functions functions = profile.functions();
        boolean[] isOwn = new boolean[functions.size()];
        boolean[] isCalled = new boolean[functions.size()];
        boolean any = false;
        for (int f = 0; f < isOwn.length; f++) {
            String path = GoFunction.parse(functions.name(f)).packagePath();
            isOwn[f] = modules.origin(path, functions.filename(f)) == Origin.OWN;
            isCalled[f] = !isOwn[f] && Modules.module(path).equals(module);
            any |= isCalled[f];
        }
        if (!any || module.isEmpty()) {
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
                        wasCalled = isCalled[function];
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

    /** A function with the first place that profiles have for it. */
    private Frame place(String function) {
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
