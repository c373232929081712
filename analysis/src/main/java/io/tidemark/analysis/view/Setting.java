package io.tidemark.analysis.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table of settings: everything about a {@link View} that somebody can set, as a flag, in the shell or in an address.
 * The help of each is a line that says what it does, and, where one line is not enough, more lines.
 */
public enum Setting {
    OUTPUT("output", Kind.TEXT, "", "", "Write the report to this file"),
    CALL_TREE("call_tree", Kind.BOOL, "false", "calltree", """
            Keep the paths to a function apart
            Each way of reaching a function gets a node of its own, so the graph becomes a tree."""),
    RELATIVE_PERCENTAGES("relative_percentages", Kind.BOOL, "false", "rel", """
            Make 100% what the filters leave
            Otherwise shares are those of the whole profile, also when a part of it is in focus."""),
    UNIT("unit", Kind.TEXT, "minimum", "unit", """
            Write values in this unit
            For memory: B, kB, MB, GB; for time: ns, us, ms, s, hrs.
            auto chooses for each value, minimum chooses one for all that fits the smallest."""),
    COMPACT_LABELS("compact_labels", Kind.BOOL, "false", "compact", "Leave out most of the lines above a report"),
    SOURCE_PATH("source_path", Kind.TEXT, "", "", "Search source files in these directories, separated by colons"),
    TRIM_PATH("trim_path", Kind.TEXT, "", "", """
            Cut these beginnings off the paths of source files
            Separated by colons. The search in source_path goes on with the rest of the path."""),
    INTEL_SYNTAX("intel_syntax", Kind.BOOL, "false", "intel", "Write assembly in Intel's syntax (disasm, weblist)"),
    MEAN("mean", Kind.BOOL, "false", "mean", """
            Divide each value by the first value of its sample
            The first value is a count: the mean size of an allocation, the mean wait for a lock."""),
    SAMPLE_INDEX("sample_index", Kind.TEXT, "", "si", """
            Show this value of each sample, by its name or number
            A heap profile has alloc_objects, alloc_space, inuse_objects and inuse_space. The first is number 0."""),
    DIVIDE_BY("divide_by", Kind.FLOAT, "1", "", """
            Divide all values by this number
            For example by the number of requests, to see the cost of one."""),
    NORMALIZE("normalize", Kind.BOOL, "false", "norm", """
            Scale the profile to the total of its base before they are compared
            Then a difference is one of shares, and not one of load."""),
    SORT(
            "sort",
            "flat",
            "sort",
            "What comes first",
            List.of(
                    new Choice("cum", "Sort by what a function and all that it calls have"),
                    new Choice("flat", "Sort by what a function has itself"))),
    TAGROOT("tagroot", Kind.TEXT, "", "", """
            Put frames made of these labels below every stack
            Keys separated by commas; the first becomes the root. tagroot=endpoint makes a tree for each endpoint."""),
    TAGLEAF("tagleaf", Kind.TEXT, "", "", """
            Put frames made of these labels on top of every stack
            Keys separated by commas; the last becomes the leaf. tagleaf=bytes tells apart the sizes of allocations."""),
    DROP_NEGATIVE("drop_negative", Kind.BOOL, "false", "dropneg", """
            Leave out what has become less
            In a comparison with a base, only what grew is shown."""),
    NODECOUNT("nodecount", Kind.INT, "-1", "n", """
            Show at most so many functions
            0 shows all. Where a graph leaves out nodes between two that it shows, the edge is dotted."""),
    NODEFRACTION(
            "nodefraction", Kind.FLOAT, "0.005", "nf", "Leave out functions with less than this share of the total"),
    EDGEFRACTION("edgefraction", Kind.FLOAT, "0.001", "ef", "Leave out calls with less than this share of the total"),
    TRIM("trim", Kind.BOOL, "true", "trim", """
            Leave out what is small
            trim=false shows all: nodecount, nodefraction and edgefraction are not looked at."""),
    FOCUS("focus", Kind.TEXT, "", "f", """
            Keep only samples with a frame that matches this expression
            The name of a function, of its file or of its binary may match."""),
    IGNORE("ignore", Kind.TEXT, "", "i", """
            Drop samples with a frame that matches this expression
            The name of a function, of its file or of its binary may match."""),
    PRUNE_FROM("prune_from", Kind.TEXT, "", "prunefrom", """
            Cut stacks off above the frame that matches this expression
            The frame stays and gets the values of what it calls."""),
    HIDE("hide", Kind.TEXT, "", "h", """
            Take frames that match this expression out of the stacks
            The samples stay; the caller of a hidden frame gets its values."""),
    SHOW("show", Kind.TEXT, "", "s", """
            Take all frames out of the stacks but those that match this expression
            The name of a function, of its file or of its binary may match."""),
    SHOW_FROM("show_from", Kind.TEXT, "", "sf", """
            Let stacks begin at the frame nearest to the root that matches this expression
            Samples without such a frame are dropped."""),
    TAGFOCUS("tagfocus", Kind.TEXT, "", "tf", """
            Keep only samples with a label that matches
            key=expression, or only an expression, which is matched with key:value.
            Numbers are matched as ranges: 32kb, 1kb:64kb, bytes=4mb:, latency=:20ms."""),
    TAGIGNORE("tagignore", Kind.TEXT, "", "ti", """
            Drop samples with a label that matches
            Written as for tagfocus."""),
    TAGSHOW("tagshow", Kind.TEXT, "", "ts", "Keep only labels whose key matches this expression"),
    TAGHIDE("taghide", Kind.TEXT, "", "th", "Drop labels whose key matches this expression"),
    NOINLINES("noinlines", Kind.BOOL, "false", "noinlines", """
            Add functions that were inlined to their callers
            The caller is the function that the compiler emitted code for."""),
    SHOWCOLUMNS(
            "showcolumns", Kind.BOOL, "false", "showcolumns", "Tell apart the columns of a line (lines, addresses)"),
    GRANULARITY(
            "granularity",
            "",
            "g",
            "What counts as one node",
            List.of(
                    new Choice("functions", """
                            Add up by function
                            Functions of one name in several files are one."""),
                    new Choice("filefunctions", """
                            Add up by function and file
                            Functions of one name in several files stay apart."""),
                    new Choice("files", "Add up by source file"),
                    new Choice("lines", "Add up by line of source"),
                    new Choice("addresses", """
                            Add up by address of code
                            The addresses are shown before the names."""))),
    BY("by", Kind.TEXT, "", "by", """
            Break reports down by the values of this label
            top has a column for each value, numbers in ranges; graphs and stacks begin with the value;
            other reports have a section for each."""),
    JSON("json", Kind.BOOL, "false", "", """
            Write reports as JSON
            The members are described in docs/json.md.""");

    /** The whole table, in no order that means anything. */
    public static final List<Setting> ALL = List.of(values());

    /** What the values of a setting are. */
    public enum Kind {
        BOOL,
        INT,
        FLOAT,
        TEXT,
        /** One of a few words, each of which is also a setting: {@code cum} is {@code sort=cum}. */
        CHOICE
    }

    /** One value of a setting that has few. */
    public record Choice(String name, String help) {}

    private final String label;
    private final Kind kind;
    private final String initial;
    private final String parameter;
    private final String help;

    @SuppressWarnings("ImmutableEnumChecker") // it is, as List.of makes it
    private final List<Choice> choices;

    Setting(String label, Kind kind, String initial, String parameter, String help) {
        this(label, kind, initial, parameter, help, List.of());
    }

    Setting(String label, String initial, String parameter, String help, List<Choice> choices) {
        this(label, Kind.CHOICE, initial, parameter, help, choices);
    }

    Setting(String label, Kind kind, String initial, String parameter, String help, List<Choice> choices) {
        this.label = label;
        this.kind = kind;
        this.initial = initial;
        this.parameter = parameter;
        this.help = help;
        this.choices = choices;
    }

    /** The name, as in {@code sample_index}. */
    public String label() {
        return label;
    }

    public Kind kind() {
        return kind;
    }

    /** The value that it has when nobody sets it, as a text. */
    public String initial() {
        return initial;
    }

    /** The name of the parameter in the address of a page, or empty where the address does not hold the setting. */
    public String parameter() {
        return parameter;
    }

    /** What it does: a line, or a line and details. */
    public String help() {
        return help;
    }

    /** Whether pprof does not have it. */
    public boolean isNew() {
        return this == BY || this == JSON;
    }

    /** The values to choose from; empty for all kinds but {@link Kind#CHOICE}. */
    public List<Choice> choices() {
        return choices;
    }

    /** The choice of this name, or null. */
    public @Nullable Choice choice(String name) {
        for (Choice choice : choices) {
            if (choice.name().equals(name)) {
                return choice;
            }
        }
        return null;
    }

    /** The setting of this name, or the one that has it as a choice; null where there is none. */
    public static @Nullable Setting named(String name) {
        for (Setting setting : ALL) {
            if (setting.label.equals(name) || setting.choice(name) != null) {
                return setting;
            }
        }
        return null;
    }
}
