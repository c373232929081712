package io.tidemark.model.proto;

import io.tidemark.model.profile.Header;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Mapping;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ProfileBuilder;
import io.tidemark.model.profile.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Profiles of a seed, with everything that the schema has, and numbers of all sizes. */
final class RandomProfiles {
    private final Random random;

    private RandomProfiles(Random random) {
        this.random = random;
    }

    static Profile profile(long seed) throws MalformedProfileException {
        return new RandomProfiles(new Random(seed)).profile();
    }

    private Profile profile() throws MalformedProfileException {
        List<ValueType> types = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            types.add(new ValueType(text(), text()));
        }
        ProfileBuilder b = new ProfileBuilder(new Header(
                types,
                types.get(random.nextInt(types.size())).type(),
                new Header.Period(new ValueType(text(), text()), number()),
                number(),
                number(),
                List.of(text(), text(), text()).subList(0, random.nextInt(4)),
                text(),
                new Header.FrameRules(text(), text())));
        ids().forEach(id -> b.mapping(new Mapping(
                id,
                number(),
                number(),
                number(),
                text(),
                text(),
                new Mapping.Symbols(
                        random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), random.nextBoolean()))));
        Set<Long> functions = ids();
        functions.forEach(id -> b.function(id, intern(b), intern(b), intern(b), number()));
        for (long id : ids()) {
            b.location(id, random.nextInt(b.mappingCount() + 1) - 1, number(), random.nextBoolean());
            for (int i = random.nextInt(4); i > 0; i--) {
                b.line(random.nextInt(functions.size()), number(), number());
            }
        }
        for (int i = random.nextInt(100); i > 0; i--) {
            int[] stack = random.ints(random.nextInt(random.nextInt(10) == 0 ? 200 : 8), 0, b.locationCount())
                    .toArray();
            b.sample(
                    labels(),
                    stack,
                    random.longs(types.size()).map(v -> number()).toArray());
        }
        return b.build();
    }

    private Set<Long> ids() {
        boolean inOrder = random.nextBoolean();
        Set<Long> ids = new LinkedHashSet<>();
        for (int i = 1 + random.nextInt(20); i > 0; i--) {
            ids.add(inOrder ? ids.size() + 1 : Math.max(1, Math.abs(number())));
        }
        return ids;
    }

    private LabelSet labels() {
        LabelSet.Builder labels = new LabelSet.Builder();
        for (int i = random.nextInt(4); i > 0; i--) {
            if (random.nextBoolean()) {
                labels.text(text(), text() + "x"); // an empty text is none
            } else {
                labels.number(text(), number() | 1, text());
            }
        }
        return labels.build();
    }

    private int intern(ProfileBuilder b) {
        return b.strings().intern(text());
    }

    /** A number of 0 to 64 bits, negative or not. */
    private long number() {
        int bits = random.nextInt(65);
        return bits == 0 ? 0 : random.nextLong() >> (64 - bits);
    }

    private String text() {
        return switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> "main.f" + random.nextInt(20);
            case 2 -> "\u00e9\u2026\ud83d\ude00\udcff" + random.nextInt(5); // of one to four bytes, and no UTF-8
            default -> "a".repeat(random.nextInt(300));
        };
    }
}
