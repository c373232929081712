package io.tidemark.analysis.diagnosis;

import io.tidemark.analysis.finding.Culprit;
import io.tidemark.analysis.owner.Owner;
import io.tidemark.analysis.signature.Placeholder;
import java.util.EnumMap;
import java.util.Map;

/** What fills the open places in the words of a signature. */
final class Words {
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
        Culprit culprit = owner.toCulprit();
        return with(Placeholder.OWNER, function(culprit.function())).with(Placeholder.FILE, place(culprit));
    }

    String fill(String text) {
        return Placeholder.fill(text, words);
    }

    /** A function without the directories of its package: {@code svc.(*Client).Call}. */
    static String function(String name) {
        int arguments = name.indexOf('[');
        String path = arguments < 0 ? name : name.substring(0, arguments);
        return name.substring(path.lastIndexOf('/') + 1).replace("%2e", ".");
    }

    /** Such as {@code client.go:48}; empty when the file is not known. */
    static String place(Culprit culprit) {
        if (culprit.file().isEmpty()) {
            return "";
        }
        String file = culprit.file().substring(culprit.file().lastIndexOf('/') + 1);
        return culprit.line() == 0 ? file : file + ":" + culprit.line();
    }

    /** A function and where it is: {@code svc.(*Client).Call (client.go:48)}. */
    static String named(Culprit culprit) {
        String place = place(culprit);
        return function(culprit.function()) + (place.isEmpty() ? "" : " (" + place + ")");
    }
}
