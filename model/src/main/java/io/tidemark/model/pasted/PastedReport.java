package io.tidemark.model.pasted;

import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.text.LineReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The reports that can be read back, told by their headings. */
public enum PastedReport {
    /** The table of {@code top}: {@link TableReader}. */
    TOP,
    /** The table of {@code tree} and {@code peek}: {@link TableReader}. */
    TREE,
    /** The stacks of {@code traces}: {@link TracesReader}. */
    TRACES,
    /** All of a profile as {@code raw} prints it: {@link RawReader}. */
    RAW;

    /**
     * The report that a text has first, if it has one.
     *
     * @param head the first bytes of the text
     */
    public static Optional<PastedReport> of(byte[] head) {
        try {
            LineReader lines = new LineReader(new ByteArrayInputStream(head), Limits.DEFAULT, "head");
            while (lines.next()) {
                String line = lines.line();
                if (TableReader.isTreeHeading(line)) {
                    return Optional.of(TREE);
                }
                if (TableReader.isTopHeading(line)) {
                    return Optional.of(TOP);
                }
                if (TracesReader.isSeparator(line)) {
                    return Optional.of(TRACES);
                }
                if (line.startsWith(RawReader.FIRST)) {
                    return Optional.of(RAW);
                }
            }
            return Optional.empty();
        } catch (IOException tooLong) {
            return Optional.empty();
        }
    }

    /**
     * Reads a report of this kind.
     *
     * @throws MalformedProfileException when a line is none of the report, or a limit is exceeded
     */
    public Profile read(InputStream in, Limits limits) throws IOException {
        return switch (this) {
            case TOP -> TableReader.read(new LineReader(in, limits, "text of top"), false);
            case TREE -> TableReader.read(new LineReader(in, limits, "text of tree"), true);
            case TRACES -> TracesReader.read(new LineReader(in, limits, "text of traces"), limits);
            case RAW -> RawReader.read(new LineReader(in, limits, "text of raw"), limits);
        };
    }
}
