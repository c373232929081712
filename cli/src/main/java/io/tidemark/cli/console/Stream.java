package io.tidemark.cli.console;

/** The standard streams by the number of their descriptor. */
public enum Stream {
    IN("0"),
    OUT("1"),
    ERR("2");

    private final String descriptor;

    Stream(String descriptor) {
        this.descriptor = descriptor;
    }

    String descriptor() {
        return descriptor;
    }
}
