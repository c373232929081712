package io.tidemark.analysis.finding;

/** The answer in a word. */
public enum Verdict {
    /** Something grows, and nothing frees it. */
    LEAK,
    /** Nothing leaks, and yet something is about to go wrong or costs much. */
    PROBLEM,
    /** Memory or time is spent that need not be. */
    WASTE,
    /** Nothing of this, and enough was seen to say so. */
    HEALTHY,
    /** Too little was seen to say. */
    UNDECIDED;

    /** As JSON has it. */
    public String label() {
        return switch (this) {
            case LEAK -> "leak";
            case PROBLEM -> "problem";
            case WASTE -> "waste";
            case HEALTHY -> "healthy";
            case UNDECIDED -> "undecided";
        };
    }
}
