package io.tidemark.analysis.comparison;

import io.tidemark.analysis.finding.Culprit;
import io.tidemark.analysis.owner.GoFunction;
import io.tidemark.analysis.owner.Origin;
import io.tidemark.analysis.owner.Program;
import io.tidemark.model.code.Frame;
import io.tidemark.model.profile.Functions;
import io.tidemark.model.profile.Locations;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Samples;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of a profile, added up by the function of the program that they belong to. */
final class OwnerSums {
    private static final double DEFAULT_PERIOD = 512 << 10;

    /** What belongs to one function; that which has most gives the line. */
    static final class Sum {
        private Frame frame;
        private double most;
        private double value;
        private double variance;

        private Sum(Frame frame) {
            this.frame = frame;
        }

        private void add(Frame owner, double added, double addedVariance) {
            if (added > most) {
                most = added;
                frame = owner;
            }
            value += added;
            variance += addedVariance;
        }

        double value() {
            return value;
        }

        /** Of the value, which is estimated by samples; 0 where it was counted. */
        double variance() {
            return variance;
        }

        Culprit culprit() {
            return new Culprit(frame.function(), frame.file(), frame.line(), List.of());
        }
    }

    private final Program program;
    private final Map<String, Sum> sums = new HashMap<>();

    private OwnerSums(Program program) {
        this.program = program;
    }

    /** The bytes in use, by function without the parts of its name that versions of Go number in their way. */
    static Map<String, Sum> ofHeap(Program program, Profile profile) {
        OwnerSums owners = new OwnerSums(program);
        int bytes = index(profile, "inuse_space");
        if (bytes >= 0) {
            owners.add(profile, bytes, index(profile, "inuse_objects"), true);
        }
        return owners.sums;
    }

    /** The values of a profile of one type that was counted and not sampled, likewise. */
    static Map<String, Sum> ofCounts(Program program, Profile profile) {
        OwnerSums owners = new OwnerSums(program);
        owners.add(profile, 0, -1, false);
        return owners.sums;
    }

    private static int index(Profile profile, String type) {
        for (int i = 0; i < profile.sampleTypes().size(); i++) {
            if (profile.sampleTypes().get(i).type().equals(type)) {
                return i;
            }
        }
        return -1;
    }

    private void add(Profile profile, int type, int objects, boolean isSampled) {
        long known = profile.header().period().value();
        double period = known > 0 ? known : DEFAULT_PERIOD;
        boolean[] isOwn = own(profile);
        Map<List<Integer>, Frame> others = new HashMap<>();
        for (Samples.Block block : profile.samples().blocks()) {
            for (int s = 0; s < block.size(); s++) {
                double value = block.value(s, type);
                if (value > 0) {
                    double count = objects < 0 ? 0 : block.value(s, objects);
                    Frame owner = owner(profile, isOwn, block, s, others);
                    sums.computeIfAbsent(GoFunction.parse(owner.function()).identity(), key -> new Sum(owner))
                            .add(owner, value, isSampled ? variance(value, count, period) : 0);
                }
            }
        }
    }

    /**
     * The variance of bytes that are estimated by samples: each stands for 1/p objects, of p = 1 - exp(-size / period).
     *
     * @param count of the objects; 0 when it isn't known, and they are taken to be small
     */
    private static double variance(double bytes, double count, double period) {
        if (count <= 0) {
            return period * bytes;
        }
        double size = bytes / count;
        double sampled = -Math.expm1(-size / period);
        return count * sampled * (1 - sampled) * (size / sampled) * (size / sampled);
    }

    private boolean[] own(Profile profile) {
        Functions functions = profile.functions();
        boolean[] isOwn = new boolean[functions.size()];
        for (int f = 0; f < isOwn.length; f++) {
            isOwn[f] = program.origin(Frame.of(functions.name(f), functions.filename(f), 0)) == Origin.OWN;
        }
        return isOwn;
    }

    /** The innermost function of the program; where there is none, as {@link Program} finds it, once for each stack. */
    private Frame owner(
            Profile profile, boolean[] isOwn, Samples.Block block, int sample, Map<List<Integer>, Frame> others) {
        Locations locations = profile.locations();
        List<Integer> lines = new ArrayList<>();
        for (int k = block.stackStart(sample); k < block.stackEnd(sample); k++) {
            int location = block.location(k);
            for (int line = locations.lineStart(location); line < locations.lineEnd(location); line++) {
                if (isOwn[locations.function(line)]) {
                    return frame(profile, line);
                }
                lines.add(line);
            }
        }
        return others.computeIfAbsent(lines, stack -> foreign(profile, stack));
    }

    private Frame foreign(Profile profile, List<Integer> lines) {
        List<Frame> stack = lines.stream().map(line -> frame(profile, line)).toList();
        if (stack.isEmpty()) {
            return Frame.of("unknown", "", 0);
        }
        Frame owner = program.owner(stack).frame();
        return owner.function().isEmpty() ? stack.get(0) : owner; // of a stack of the runtime alone
    }

    private static Frame frame(Profile profile, int line) {
        Locations locations = profile.locations();
        int function = locations.function(line);
        return Frame.of(
                profile.functions().name(function), profile.functions().filename(function), locations.line(line));
    }
}
