package io.tidemark.cli.code;

import io.tidemark.analysis.listing.BinaryFiles;
import io.tidemark.analysis.report.ReportException;
import io.tidemark.analysis.source.SourceFiles;
import io.tidemark.cli.console.Console;
import io.tidemark.collect.tool.Tools;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The code on this machine. What it takes to read it is looked for when it is asked for. */
public final class LocalCode {
    /** A binary with debug information may keep a tool busy for minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Console console;
    private final String configuredTools;
    private final Set<String> hints = new HashSet<>();

    /**
     * The code on this machine.
     *
     * @param configuredTools where tools are, as {@code -tools} says it; empty for the variable PPROF_TOOLS or the PATH
     */
    public LocalCode(Console console, String configuredTools) {
        this.console = console;
        this.configuredTools = configuredTools;
    }

    /** The tools that read binaries. */
    public Tools tools() {
        String tools = configuredTools.isEmpty() ? console.environment("PPROF_TOOLS") : configuredTools;
        return new Tools(tools, console.environment(), PATIENCE);
    }

    public SourceFiles sources() {
        return new LocalSources(console.environment());
    }

    /** The binaries, for reports that can do without tools that are missing. */
    public BinaryFiles binaries() {
        return new LocalBinaries(tools());
    }

    /** The binaries, for reports that need their instructions. */
    public BinaryFiles disassembledBinaries() throws ReportException {
        Tools tools = tools();
        if (tools.objdump().isEmpty() || tools.nm().isEmpty()) {
            throw new ReportException(
                    "needs objdump and nm to read binaries (install binutils, or say -tools=DIRECTORY where they are)");
        }
        return new LocalBinaries(tools);
    }

    /** Prints what can't be read to standard output, where pprof prints it. */
    public void print(List<String> problems) throws IOException {
        for (String problem : problems) {
            console.print(problem + "\n");
        }
    }

    /** Says once, on standard error, what may help. */
    public void hint(String sentence) {
        if (hints.add(sentence)) {
            console.say(sentence);
        }
    }

    /** Prints what can't be read to standard error, for reports that programs read. */
    public void warn(List<String> problems) {
        problems.forEach(console::warn);
    }
}
