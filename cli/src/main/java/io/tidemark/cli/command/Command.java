package io.tidemark.cli.command;

import io.tidemark.analysis.view.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of commands, each of which is also a flag: what it reports, how that is brought to the user, and its help. */
public enum Command {
    COMMENTS(
            "comments", Shape.GRAPH, Content.COMMENTS, Delivery.TEXT, Usage.PLAIN, "Print the comments in the profile"),
    DISASM("disasm", Shape.INSTRUCTIONS, Content.DISASM, Delivery.TEXT, Usage.FUNCTION, """
            Print the machine code of functions, with the values of each instruction
            Needs the binary, and objdump of binutils."""),
    DOT(
            "dot",
            Shape.GRAPH,
            Content.DOT,
            Delivery.TEXT,
            Usage.GRAPH,
            "Print the call graph in the language of Graphviz"),
    LIST("list", Shape.SOURCE, Content.LIST, Delivery.TEXT, Usage.FUNCTION, """
            Print the source of functions, with the values of each line
            Sources are looked for as the profile names them, then in source_path."""),
    PEEK("peek", Shape.NEIGHBOURS, Content.TREE, Delivery.TEXT, Usage.FUNCTION, """
            Print the callers and callees of functions
            Nothing is trimmed, so small functions are there too."""),
    RAW("raw", Shape.EVERYTHING, Content.RAW, Delivery.TEXT, Usage.SAMPLES, "Print all that is in the profile as text"),
    TAGS(
            "tags",
            Shape.GRAPH,
            Content.TAGS,
            Delivery.TEXT,
            Usage.LABELS,
            "Print the labels of the samples, with the values of each"),
    TEXT(
            "text",
            Shape.TABLE,
            Content.TEXT,
            Delivery.TEXT,
            Usage.TABLE,
            "Print the functions with the largest values, as top does"),
    TOP("top", Shape.TABLE, Content.TEXT, Delivery.TEXT, Usage.TABLE, "Print the functions with the largest values"),
    TRACES("traces", Shape.GRAPH, Content.TRACES, Delivery.TEXT, Usage.SAMPLES, "Print every sample with its stack"),
    TREE(
            "tree",
            Shape.GRAPH,
            Content.TREE,
            Delivery.TEXT,
            Usage.TABLE,
            "Print each function between its callers and its callees"),

    DIFF("diff", Shape.TABLE, Content.DIFF, Delivery.TEXT, Usage.TABLE, """
            Print what changed since the base: before, after, change
            Needs -diff_base. The largest changes come first; what is new and what is gone says so."""),
    SNAPSHOTS("snapshots", Shape.TABLE, Content.SNAPSHOTS, Delivery.TEXT, Usage.TABLE, """
            Print what came between the first and the second of three profiles and stayed
            The sources are three profiles of one program, in the order in which they were taken."""),
    FOLDED(
            "folded",
            Shape.TABLE,
            Content.FOLDED,
            Delivery.TEXT,
            Usage.SAMPLES,
            "Print every stack in one line, for the scripts that draw flame graphs"),

    CALLGRIND(
            "callgrind",
            Shape.EVERYTHING,
            Content.CALLGRIND,
            Delivery.binary("callgraph.out"),
            Usage.GRAPH,
            "Write the call graph for KCachegrind"),
    PROTO(
            "proto",
            Shape.EVERYTHING,
            Content.PROTO,
            Delivery.binary("pb.gz"),
            Usage.SAMPLES,
            "Write the profile, as filtered, as a profile"),
    TOPPROTO(
            "topproto",
            Shape.TABLE,
            Content.TOPPROTO,
            Delivery.binary("pb.gz"),
            Usage.SAMPLES,
            "Write what top prints as a profile"),

    FLAMEGRAPH("flamegraph", Shape.TABLE, Content.FLAMEGRAPH, Delivery.binary("html"), Usage.SAMPLES, """
            Draw a flame graph as a page for a browser
            The page is one file that needs no network. It has all sample types, a search and a zoom."""),
    SPEEDSCOPE(
            "speedscope",
            Shape.TABLE,
            Content.SPEEDSCOPE,
            Delivery.binary("speedscope.json"),
            Usage.SAMPLES,
            "Write the stacks for https://www.speedscope.app"),

    GIF("gif", Shape.GRAPH, Content.DOT, Delivery.picture("gif"), Usage.GRAPH, "Draw the call graph as a GIF image"),
    PDF("pdf", Shape.GRAPH, Content.DOT, Delivery.picture("pdf"), Usage.GRAPH, "Draw the call graph as a PDF document"),
    PNG("png", Shape.GRAPH, Content.DOT, Delivery.picture("png"), Usage.GRAPH, "Draw the call graph as a PNG image"),
    PS(
            "ps",
            Shape.GRAPH,
            Content.DOT,
            Delivery.picture("ps"),
            Usage.GRAPH,
            "Draw the call graph as a PostScript document"),
    SVG("svg", Shape.GRAPH, Content.DOT, Delivery.picture("svg"), Usage.GRAPH, """
            Draw the call graph as an SVG image
            In a browser it can be moved with the mouse and made larger with the wheel."""),

    EOG(
            "eog",
            Shape.GRAPH,
            Content.DOT,
            Delivery.shown("svg", "eog"),
            Usage.SHOWN,
            "Show the call graph with Eye of GNOME"),
    EVINCE(
            "evince",
            Shape.GRAPH,
            Content.DOT,
            Delivery.shown("pdf", "evince"),
            Usage.SHOWN,
            "Show the call graph with Evince"),
    GV(
            "gv",
            Shape.GRAPH,
            Content.DOT,
            Delivery.shown("ps", "gv --noantialias"),
            Usage.SHOWN,
            "Show the call graph with gv"),
    WEB("web", Shape.GRAPH, Content.DOT, Delivery.browsed("svg"), Usage.SHOWN, "Show the call graph in a browser"),
    KCACHEGRIND(
            "kcachegrind",
            Shape.EVERYTHING,
            Content.CALLGRIND,
            Delivery.opened("grind", "kcachegrind"),
            Usage.SHOWN,
            "Show the call graph with KCachegrind"),
    WEBLIST("weblist", Shape.SOURCE_AND_INSTRUCTIONS, Content.WEBLIST, Delivery.browsed("html"), Usage.FUNCTION, """
            Show the source of functions in a browser, with the machine code of each line
            Needs the binary, and objdump of binutils.""");

    /** The whole table, by name where it matters. */
    public static final List<Command> ALL = List.of(values());

    private final String label;
    private final Shape shape;
    private final Content content;

    @SuppressWarnings("ImmutableEnumChecker") // it is, as its list is made by List.of
    private final Delivery delivery;

    private final Usage usage;
    private final String help;

    Command(String label, Shape shape, Content content, Delivery delivery, Usage usage, String help) {
        this.label = label;
        this.shape = shape;
        this.content = content;
        this.delivery = delivery;
        this.usage = usage;
        this.help = help;
    }

    /** The name, as in {@code top}. */
    public String label() {
        return label;
    }

    /** What the report needs of the profile. */
    Shape shape() {
        return shape;
    }

    /** What is reported. */
    Content content() {
        return content;
    }

    /** How the report gets to the user. */
    Delivery delivery() {
        return delivery;
    }

    /** What can follow the command in the shell. */
    public Usage usage() {
        return usage;
    }

    /** What it does: a line, or a line and details. */
    public String help() {
        return help;
    }

    /** Whether the command is about functions that must be named. */
    public boolean needsArgument() {
        return usage == Usage.FUNCTION;
    }

    /** Whether the plain table is what is asked for, which the shell cuts to ten lines. */
    public boolean isTop() {
        return content == Content.TEXT;
    }

    /** The command of this name, or null. */
    public static @Nullable Command named(String name) {
        for (Command command : ALL) {
            if (command.label.equals(name)) {
                return command;
            }
        }
        return null;
    }
}
