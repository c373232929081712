package io.tidemark.collect.fetch;

import io.tidemark.collect.fetch.Loader.Loaded;
import io.tidemark.collect.http.Transport;
import io.tidemark.model.profile.IncompatibleProfilesException;
import io.tidemark.model.profile.Profile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Fetches profiles from many sources and merges them, in the order in which they are named.
 *
 * <p>Servers are asked all at once, so that a hundred profiles of thirty seconds take thirty seconds, and cover the same
 * ones. Few profiles are decoded ahead of the one that is being merged; what arrives before its turn waits undecoded.
 */
public final class Fetcher {
    /** The most servers that are asked at once. */
    private static final int DOWNLOADS = 128;

    /** The most profiles in memory beside the merged one and the one that is being merged into it. */
    private static final int AHEAD = 2;

    private final FetchOptions options;
    private final UnaryOperator<Profile> preparation;
    private final FetchListener listener;

    /**
     * Makes a fetcher.
     *
     * @param preparation what is done with each profile before it is merged, such as looking for its binaries; called by
     *     several threads at once
     */
    public Fetcher(FetchOptions options, UnaryOperator<Profile> preparation, FetchListener listener) {
        this.options = options;
        this.preparation = preparation;
        this.listener = new OneAtATime(listener);
    }

    /**
     * Fetches.
     *
     * @param sources files, directories and URLs, at least one
     * @param bases what to compare with; may be empty
     * @throws IOException when nothing could be fetched of the sources, or nothing of the bases, or when the profiles are
     *     of different kinds; the message is a sentence
     */
    public Fetched fetch(List<String> sources, List<String> bases) throws IOException {
        Sources resolver = new Sources(options, listener);
        List<Source> from = resolver.of(sources);
        List<Source> against = resolver.of(bases);
        List<Source> all = Stream.concat(from.stream(), against.stream()).toList();
        int busy = Math.min(all.size(), AHEAD);
        Formats formats = new Formats(options, Runtime.getRuntime().availableProcessors() > busy);
        Transport transport = new Transport(options.tls(), options.environment());
        Loader loader = new Loader(options, formats, transport, preparation, listener);
        List<InOrder.Job<Loaded>> jobs = all.stream()
                .map(source -> (InOrder.Job<Loaded>) turn -> loader.load(source, turn))
                .toList();
        Servers servers = new Servers(transport, options.limits());
        boolean asksServers = all.stream().anyMatch(Source.Url.class::isInstance);
        try (InOrder<Loaded> loading = new InOrder<>(jobs, asksServers ? DOWNLOADS : AHEAD, AHEAD)) {
            Profile profile = merge("source", from, loading, servers);
            Optional<Profile> base =
                    against.isEmpty() ? Optional.empty() : Optional.of(merge("base", against, loading, servers));
            return new Fetched(profile, base, servers.mappings(), servers, !servers.isEmpty());
        }
    }

    private Profile merge(String kind, List<Source> sources, InOrder<Loaded> loading, Servers servers)
            throws IOException {
        Intake intake = new Intake(kind, sources.size(), listener);
        for (Source source : sources) {
            try {
                Loaded loaded = loading.take();
                Profile profile = loaded.profile();
                intake.add(
                        source,
                        loaded.address()
                                .map(address -> servers.add(profile, address))
                                .orElse(profile));
            } catch (IncompatibleProfilesException e) {
                throw e;
            } catch (IOException e) {
                intake.fail(source, Reason.of(e));
            } catch (OutOfMemoryError e) {
                intake.fail(source, Reason.of(e)); // a smaller one may still fit
            }
        }
        return intake.finish();
    }
}
