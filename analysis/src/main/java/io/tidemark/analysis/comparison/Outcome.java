package io.tidemark.analysis.comparison;

/** The answer to "is the leak gone?" in a word. */
public enum Outcome {
    /** What leaked before does not any more, and would have been seen. */
    GONE("gone", "GONE"),
    /** What leaked before still does, perhaps at another rate. */
    STILL_THERE("still-there", "STILL THERE"),
    /** Something leaks that did not before. */
    NEW_LEAK("new-leak", "NEW LEAK"),
    /** Something leaks after the change; whether it did before, too, can't be told. */
    LEAK("leak", "LEAK"),
    /** Nothing leaks after the change, and nothing is known to have leaked before. */
    NO_LEAK("no-leak", "NO LEAK"),
    /** Too little was seen to say. */
    UNDECIDED("undecided", "CAN'T TELL"),
    /** One moment of each was given: there are levels, and no growth. */
    LEVELS("levels", "LEVELS");

    private final String label;
    private final String words;

    Outcome(String label, String words) {
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

    /** Whether a check of a build may pass with it. */
    public boolean isGood() {
        return switch (this) {
            case GONE, NO_LEAK, LEVELS -> true;
            case STILL_THERE, NEW_LEAK, LEAK, UNDECIDED -> false;
        };
    }
}
