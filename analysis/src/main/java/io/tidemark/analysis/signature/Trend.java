package io.tidemark.analysis.signature;

/** Which way a signal went, as far as noise lets one say. */
public enum Trend {
    GROWING("growing"),
    FLAT("flat"),
    FALLING("falling"),
    /** It was not seen, or not long enough. */
    UNKNOWN("unknown");

    private final String label;

    Trend(String label) {
        this.label = label;
    }

    /** As signature files have it. */
    public String label() {
        return label;
    }
}
