package io.tidemark.analysis.diagnosis;

import io.tidemark.analysis.finding.Culprit;
import io.tidemark.analysis.owner.Owner;
import io.tidemark.analysis.signature.Placeholder;
import java.util.EnumMap;
import java.util.Map;

/** What fills the open places in the words of a signature. */
final class Words {
    private static final String UNKNOWN_PLACE = Placeholder.fill(" ({file})", Map.of());

    private final Map<Placeholder, String> words = new EnumMap<>(Placeholder.class);

    /** Sets a word, unless it is empty. */
    Words with(Placeholder placeholder, String word) {
        if (!word.isEmpty()) {
            words.put(placeholder, word);
        }
        return this;
    }

    /** Names the owner, unless only the library is known. */
    Words with(Owner owner) {
        if (owner.basis() == Owner.Basis.LIBRARY) {
            return this;
        }
        return with(owner.toCulprit());
    }

    /** Names a function and its place. */
    Words with(Culprit culprit) {
        return with(Placeholder.OWNER, culprit.shortFunction()).with(Placeholder.FILE, culprit.place());
    }

    String fill(String text) {
        return Placeholder.fill(text, words).replace(UNKNOWN_PLACE, "");
    }
}
