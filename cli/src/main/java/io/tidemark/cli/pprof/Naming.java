package io.tidemark.cli.pprof;

import io.tidemark.analysis.report.ReportException;
import io.tidemark.analysis.view.Uninteresting;
import io.tidemark.cli.console.Console;
import io.tidemark.collect.fetch.Fetched;
import io.tidemark.collect.symbolize.MappingSources;
import io.tidemark.collect.symbolize.SymbolizeMode;
import io.tidemark.collect.symbolize.Symbolizer;
import io.tidemark.collect.tool.Tools;
import io.tidemark.model.profile.Profile;
import java.io.IOException;

/** Gives the addresses of a profile names, and drops the frames that are then seen to be of no interest. */
final class Naming {
    private final Invocation.Symbols symbols;
    private final Tools tools;
    private final Console console;

    Naming(Invocation.Symbols symbols, Tools tools, Console console) {
        this.symbols = symbols;
        this.tools = tools;
        this.console = console;
    }

    /**
     * The profile with what could be found.
     *
     * @param fetched what it was made of, which knows the servers that can be asked
     */
    Profile apply(Profile profile, Fetched fetched) throws IOException {
        SymbolizeMode mode = SymbolizeMode.parse(symbols.mode(), console::warn);
        Profile named = new Symbolizer(tools, fetched.servers(), console::warn)
                .symbolize(profile, mode, fetched.mappingSources());
        Profile plain = MappingSources.withoutUrls(named);
        return symbols.allFrames() ? plain : interesting(plain);
    }

    private Profile interesting(Profile profile) {
        try {
            return Uninteresting.drop(profile);
        } catch (ReportException e) {
            console.warn(e.getMessage() + "; all frames stay");
            return profile;
        }
    }
}
