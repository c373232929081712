package io.tidemark.analysis.owner;

/** Where code comes from, the nearest to its author first. */
public enum Origin {
    /** The main module of the program. */
    OWN,
    /** Neither of the main module nor known to be a library: another module beside it, or nobody knows. */
    NEARBY,
    /** A module that it depends on, vendored or from the module cache. */
    LIBRARY,
    /** Go's standard library and runtime. */
    STANDARD
}
