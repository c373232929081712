package io.tidemark.collect.demangle;

/** How much of a demangled name is shown. */
public enum Style {
    /** {@code ns::f}: no parameters, no template arguments, no return type. */
    SIMPLE,
    /** {@code ns::f<int>}: no parameters, no return type. */
    TEMPLATES,
    /** {@code void ns::f<int>(char)}. */
    FULL;

    boolean hasParameters() {
        return this == FULL;
    }

    /** What c++filt made of a mangled name, with or without parameters, brought to this style. */
    String apply(String mangled, String demangled) {
        if (RustName.isMangled(mangled)) {
            return this == SIMPLE && mangled.startsWith("_R") ? RustName.withoutArguments(demangled) : demangled;
        }
        return switch (this) {
            case SIMPLE -> CppName.withoutTemplates(CppName.withoutEnclosingParameters(demangled));
            case TEMPLATES -> CppName.withSpaces(CppName.withoutEnclosingParameters(demangled));
            case FULL -> CppName.withSpaces(CppName.withoutClones(demangled));
        };
    }
}
