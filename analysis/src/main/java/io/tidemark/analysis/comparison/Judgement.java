package io.tidemark.analysis.comparison;

/** What a change of a number means. All numbers that are compared are costs: less is better. */
public enum Judgement {
    WORSE("worse"),
    BETTER("better"),
    /** It differs by no more than noise, or than the change of load explains. */
    SAME("same");

    private final String label;

    Judgement(String label) {
        this.label = label;
    }

    /** As JSON has it. */
    public String label() {
        return label;
    }
}
