package io.tidemark.model.profile;

import java.util.Objects;

/**
 * A binary, or a part of one, as it was mapped into the address space of the profiled process.
 *
 * @param id the identity in the profile, greater than zero and unique
 * @param start the first address, unsigned
 * @param limit the address after the last, unsigned
 * @param offset where the first address lies in the file, unsigned
 * @param file the path of the binary on the profiled machine; may be empty
 * @param buildId what identifies the build, usually hexadecimal; may be empty
 * @param symbols which symbol information the locations of this mapping carry
 */
public record Mapping(long id, long start, long limit, long offset, String file, String buildId, Symbols symbols) {
    private static final String KERNEL = "[kernel.kallsyms]";

    public Mapping {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(buildId, "buildId");
        Objects.requireNonNull(symbols, "symbols");
    }

    /** Which symbol information is there already, so that nobody looks it up again. */
    public record Symbols(boolean functions, boolean filenames, boolean lineNumbers, boolean inlineFrames) {
        /** Nothing was symbolised. */
        public static final Symbols NONE = new Symbols(false, false, false, false);

        /** Whether functions, filenames or line numbers are there. */
        public boolean any() {
            return functions || filenames || lineNumbers;
        }
    }

    /** A mapping of which nothing is known but its identity. */
    public static Mapping unknown(long id) {
        return new Mapping(id, 0, 0, 0, "", "", Symbols.NONE);
    }

    /**
     * The kernel symbol that {@code start} is relative to, {@code _text} or {@code _stext}, which some tools append to
     * the file name of the kernel's mapping; empty for everything else.
     */
    public String kernelRelocationSymbol() {
        return file.startsWith(KERNEL) ? file.substring(KERNEL.length()) : "";
    }

    /**
     * Whether no binary can be expected for this mapping: the kernel's own pages, anonymous memory, devices.
     */
    public boolean isUnsymbolizable() {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return file.isEmpty()
                || name.startsWith("[")
                || name.startsWith("linux-vdso")
                || file.startsWith("/dev/dri/")
                || file.equals("//anon")
                || file.startsWith("/memfd:");
    }

    public Mapping withId(long newId) {
        return new Mapping(newId, start, limit, offset, file, buildId, symbols);
    }

    public Mapping withLimit(long newLimit) {
        return new Mapping(id, start, newLimit, offset, file, buildId, symbols);
    }

    public Mapping withFile(String newFile) {
        return new Mapping(id, start, limit, offset, newFile, buildId, symbols);
    }

    public Mapping withBuildId(String newBuildId) {
        return new Mapping(id, start, limit, offset, file, newBuildId, symbols);
    }

    public Mapping withSymbols(Symbols newSymbols) {
        return new Mapping(id, start, limit, offset, file, buildId, newSymbols);
    }
}
