package io.tidemark.cli.pprof;

import io.tidemark.analysis.view.Setting;
import io.tidemark.cli.command.Command;
import io.tidemark.cli.flag.Flag;
import java.util.ArrayList;
import java.util.List;

/** All flags of {@code tidemark pprof}: its own, one for each command, one for each setting or choice. */
public final class Flags {
    private Flags() {}

    /** The whole table. */
    public static List<Flag> all() {
        List<Flag> flags = new ArrayList<>();
        for (Command command : Command.ALL) {
            flags.add(
                    command.needsArgument()
                            ? new Flag(command.label(), Flag.Kind.TEXT, "FUNCTION", command.help())
                            : new Flag(command.label(), Flag.Kind.BOOL, "", command.help()));
        }
        for (Setting setting : Setting.ALL) {
            addSetting(setting, flags);
        }
        for (SourceFlag own : SourceFlag.ALL) {
            flags.add(own.flag());
        }
        return flags;
    }

    private static void addSetting(Setting setting, List<Flag> flags) {
        switch (setting.kind()) {
            case BOOL -> flags.add(new Flag(setting.label(), Flag.Kind.BOOL, "", setting.help()));
            case INT -> flags.add(new Flag(setting.label(), Flag.Kind.INT, "N", setting.help()));
            case FLOAT -> flags.add(new Flag(setting.label(), Flag.Kind.FLOAT, "NUMBER", setting.help()));
            case TEXT -> flags.add(new Flag(setting.label(), Flag.Kind.TEXT, "TEXT", setting.help()));
            case CHOICE -> {
                for (Setting.Choice choice : setting.choices()) {
                    flags.add(new Flag(choice.name(), Flag.Kind.BOOL, "", choice.help()));
                }
            }
        }
    }
}
