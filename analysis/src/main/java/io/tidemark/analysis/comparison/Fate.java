package io.tidemark.analysis.comparison;

/** What became of a finding. */
public enum Fate {
    /** It was found after the change only. */
    NEW("new", "new"),
    /** It was found after the change only, and what was seen before is too little to call it new. */
    FOUND("found", "found, and perhaps not new"),
    FASTER("faster", "still there, faster"),
    /** It was found on both sides, with rates that differ by no more than noise, or without any. */
    STILL_THERE("still-there", "still there"),
    SLOWER("slower", "still there, slower"),
    /** It was found before the change only, and what was seen after it is too little to say that it is gone. */
    UNSEEN("unseen", "can't tell"),
    GONE("gone", "gone");

    private final String label;
    private final String words;

    Fate(String label, String words) {
        this.label = label;
        this.words = words;
    }

    /** As JSON has it. */
    public String label() {
        return label;
    }

    /** As people read it. */
    public String words() {
        return words;
    }

    /** Whether it is there after the change, and was not so before, as far as that is known. */
    boolean isWorse() {
        return this == NEW || this == FOUND || this == FASTER;
    }

    /** Whether it was found on both sides. */
    public boolean isStillThere() {
        return this == FASTER || this == STILL_THERE || this == SLOWER;
    }
}
