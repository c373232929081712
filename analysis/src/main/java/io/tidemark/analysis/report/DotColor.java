package io.tidemark.analysis.report;

/**
 * Colours by share: from green at -1 over grey at 0 to red at 1. Small shares are moved away from grey, so that their sign
 * can be seen.
 */
final class DotColor {
    private static final double SHIFT = 0.7;

    private DotColor() {}

    /** A dark colour, for lines. */
    static String line(double share) {
        return of(share, 1.0, 0.7);
    }

    /** A light colour, to write on. */
    static String fill(double share) {
        return of(share, 0.1, 0.93);
    }

    private static String of(double share, double fullSaturation, double value) {
        double score = Double.isNaN(share) ? share : Math.max(-1, Math.min(1, share));
        double saturation = Math.abs(score) < 0.2 ? fullSaturation * (Math.abs(score) / 0.2) : fullSaturation;
        if (score > 0) {
            score = Math.pow(score, 1 - SHIFT);
        } else if (score < 0) {
            score = -Math.pow(-score, 1 - SHIFT);
        }
        double red = score < 0 ? value * (1 + saturation * score) : value;
        double green = score < 0 ? value : value * (1 - saturation * score);
        double blue = value * (1 - saturation);
        return "#" + hex(red) + hex(green) + hex(blue);
    }

    private static String hex(double part) {
        int number = (int) (part * 255);
        return (number < 16 ? "0" : "") + Integer.toHexString(number);
    }
}
