package io.tidemark.analysis.report;

import io.tidemark.analysis.graph.Tag;
import io.tidemark.analysis.graph.Tally;
import io.tidemark.model.measurement.Measurement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Numeric labels in few groups, each around one of the largest: {@code 1kB..4kB}. */
final class TagGroups {
    private TagGroups() {}

    static List<Tag> of(Collection<Tag> tags, int most, boolean byFlat) {
        List<Tag> sorted = Tag.sorted(tags, byFlat);
        if (sorted.size() <= most) {
            return sorted;
        }
        List<List<Tag>> groups = new ArrayList<>();
        for (Tag tag : sorted.subList(0, most)) {
            groups.add(new ArrayList<>(List.of(tag)));
        }
        for (Tag tag : sorted.subList(most, sorted.size())) {
            nearest(groups, tag).add(tag);
        }
        return Tag.sorted(groups.stream().map(TagGroups::merged).toList(), byFlat);
    }

    private static List<Tag> nearest(List<List<Tag>> groups, Tag tag) {
        List<Tag> nearest = groups.get(0);
        for (List<Tag> group : groups) {
            if (distance(tag, group.get(0)) < distance(tag, nearest.get(0))) {
                nearest = group;
            }
        }
        return nearest;
    }

    private static double distance(Tag tag, Tag other) {
        return Math.abs(amount(other, tag.unit()) - tag.value());
    }

    private static double amount(Tag tag, String unit) {
        return Measurement.scale(tag.value(), tag.unit(), unit).amount();
    }

    private static Tag merged(List<Tag> group) {
        Tag least = group.get(0);
        Tag most = group.get(0);
        Tally tally = new Tally();
        for (Tag tag : group) {
            least = (long) amount(tag, least.unit()) < least.value() ? tag : least;
            most = (long) amount(tag, most.unit()) > most.value() ? tag : most;
            tally.add(tag.tally());
        }
        String from = Measurement.label(least.value(), least.unit());
        String name = group.size() == 1 ? from : from + ".." + Measurement.label(most.value(), most.unit());
        return new Tag(name, "", 0, Tally.of(tally.flatValue(), tally.cumValue())); // groups are sorted by their means
    }
}
