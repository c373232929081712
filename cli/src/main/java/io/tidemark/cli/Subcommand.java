package io.tidemark.cli;

import io.tidemark.cli.compare.CompareCommand;
import io.tidemark.cli.console.Console;
import io.tidemark.cli.diagnose.DiagnoseCommand;
import io.tidemark.cli.memory.MemoryCommand;
import io.tidemark.cli.option.OptionCommand;
import io.tidemark.cli.record.RecordCommand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of what {@code tidemark} can be asked to do. */
enum Subcommand {
    PPROF("pprof", "read and show profiles: all that go tool pprof does, and more"),
    DIAGNOSE("diagnose", "tell why the memory of a program grows, and what to change"),
    COMPARE("compare", "tell whether a leak is gone after a change, and what else moved"),
    RECORD("record", "write what running programs show into a bundle, to diagnose later"),
    MEMORY("memory", "account for every byte of a running program"),
    SIGNATURES("signatures", "list and show the known defects, and check your own"),
    COMPLETION("completion", "print a script that teaches bash, zsh or fish the commands"),
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

    /**
     * The command itself, of those whose options picocli reads.
     *
     * @throws IllegalStateException for the others
     */
    OptionCommand<?> optionCommand(Console console) {
        return switch (this) {
            case DIAGNOSE -> new DiagnoseCommand(console);
            case COMPARE -> new CompareCommand(console);
            case RECORD -> new RecordCommand(console);
            case MEMORY -> new MemoryCommand(console);
            case PPROF, SIGNATURES, COMPLETION, HELP, VERSION -> throw new IllegalStateException(label);
        };
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
