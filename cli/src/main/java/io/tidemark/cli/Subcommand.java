package io.tidemark.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of what {@code tidemark} can be asked to do. */
enum Subcommand {
    PPROF("pprof", "read, compare and show profiles: all that go tool pprof does, and more"),
    DIAGNOSE("diagnose", "tell why the memory of a running program grows, and what to change"),
    RECORD("record", "observe running programs and write a bundle, for a diagnosis elsewhere"),
    COMPARE("compare", "tell whether a leak is gone after a change, and what else became better or worse"),
    MEMORY("memory", "account for every byte of a running program, from the monitor's number down"),
    COMPLETION("completion", "print a script that teaches bash, zsh or fish the commands and flags"),
    HELP("help", "show this text, or the help of a command: tidemark help pprof"),
    VERSION("version", "show the version of Tidemark and of the Java runtime");

    static final List<Subcommand> ALL = List.of(values());

    private final String label;
    private final String help;

    Subcommand(String label, String help) {
        this.label = label;
        this.help = help;
    }

    String label() {
        return label;
    }

    String help() {
        return help;
    }

    /** The one of this name, or null; help and version are also understood as flags. */
    static @Nullable Subcommand named(String name) {
        String plain = name.startsWith("--") ? name.substring(2) : name.startsWith("-") ? name.substring(1) : name;
        for (Subcommand command : ALL) {
            boolean canBeFlag = command == HELP || command == VERSION;
            if (command.label.equals(name) || (canBeFlag && command.label.equals(plain))) {
                return command;
            }
        }
        return name.equals("-h") ? HELP : null;
    }
}
