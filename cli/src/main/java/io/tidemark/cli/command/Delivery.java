package io.tidemark.cli.command;

import java.util.List;

/**
 * How a report gets to the user.
 *
 * @param picture the format that Graphviz draws the report in, or empty where it stays as it is
 * @param way where it goes when no file is named
 * @param suffix the end of the name of a file that it is put in
 * @param programs what shows the file, with arguments separated by spaces; the first that can be started does
 */
record Delivery(String picture, Way way, String suffix, List<String> programs) {
    /** Where a report goes when no file is named. */
    enum Way {
        /** To standard output. */
        OUTPUT,
        /** To standard output, but into a file of its own where that would be a screen. */
        AWAY_FROM_SCREEN,
        /** Into a file that a program shows. */
        PROGRAM,
        /** Into a file that a browser shows. */
        BROWSER
    }

    /** Text for people. */
    static final Delivery TEXT = new Delivery("", Way.OUTPUT, "", List.of());

    /** Bytes that would do harm to a terminal, or too much text. */
    static Delivery binary(String suffix) {
        return new Delivery("", Way.AWAY_FROM_SCREEN, suffix, List.of());
    }

    /** A picture by Graphviz. */
    static Delivery picture(String format) {
        return new Delivery(format, Way.AWAY_FROM_SCREEN, format, List.of());
    }

    /** A picture by Graphviz, shown by a program. */
    static Delivery shown(String format, String program) {
        return new Delivery(format, Way.PROGRAM, format, List.of(program));
    }

    /** A file that a program can read as it is. */
    static Delivery opened(String suffix, String program) {
        return new Delivery("", Way.PROGRAM, suffix, List.of(program));
    }

    /** A page, or a picture by Graphviz, in a browser. */
    static Delivery browsed(String suffix) {
        return new Delivery(suffix.equals("svg") ? "svg" : "", Way.BROWSER, suffix, List.of());
    }

    /** Whether the picture is for browsers, which can run what makes it movable. */
    boolean isMovable() {
        return picture.equals("svg") && way != Way.PROGRAM;
    }
}
