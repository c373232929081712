package io.tidemark.collect.symbolize;

import io.tidemark.collect.tool.Tools;
import io.tidemark.model.profile.Profile;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Symbolises profiles: with the binaries on this machine, then with the server that the profile came from.
 *
 * <pre>{@code
 * Symbolizer symbolizer = new Symbolizer(tools, post, System.err::println);
 * Profile symbolised = symbolizer.symbolize(profile, SymbolizeMode.DEFAULT, sources);
 * }</pre>
 */
public final class Symbolizer {
    private final Tools tools;
    private final Post post;
    private final Consumer<String> messages;

    /**
     * A symbolizer.
     *
     * @param post sends requests to servers
     * @param messages for the user, what could not be done; they may have several lines
     */
    public Symbolizer(Tools tools, Post post, Consumer<String> messages) {
        this.tools = tools;
        this.post = post;
        this.messages = messages;
    }

    /**
     * The profile with what could be found.
     *
     * @param sources where the mappings came from
     * @throws IOException when a server that should know the symbols does not answer
     */
    public Profile symbolize(Profile profile, SymbolizeMode mode, MappingSources sources) throws IOException {
        if (mode.none()) {
            return profile;
        }
        Profile symbolized = profile;
        if (mode.local()) {
            symbolized = new LocalSymbols(tools, mode, messages).add(symbolized);
        }
        if (mode.remote()) {
            symbolized = RemoteSymbols.add(symbolized, mode.force(), sources, post);
        }
        return new ReadableNames(tools, mode, messages).apply(symbolized);
    }
}
