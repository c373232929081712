package io.tidemark.collect.fetch;

import io.tidemark.collect.fetch.Source.LocalFile;
import io.tidemark.collect.fetch.Source.Unusable;
import io.tidemark.collect.fetch.Source.Url;
import io.tidemark.collect.http.Address;
import io.tidemark.collect.http.Response;
import io.tidemark.collect.http.Transport;
import io.tidemark.model.profile.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** Gets the profile of one source. */
final class Loader {
    /** What a server gets on top of its timeout to send what it has. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final FetchOptions options;
    private final Formats formats;
    private final Transport transport;
    private final UnaryOperator<Profile> preparation;
    private final FetchListener listener;

    Loader(
            FetchOptions options,
            Formats formats,
            Transport transport,
            UnaryOperator<Profile> preparation,
            FetchListener listener) {
        this.options = options;
        this.formats = formats;
        this.transport = transport;
        this.preparation = preparation;
        this.listener = listener;
    }

    /**
     * A profile of one source.
     *
     * @param address where it was fetched, if it was
     */
    record Loaded(Profile profile, Optional<Address> address) {}

    /** Reads a source; of what a server sends nothing is decoded before it is its turn. */
    Loaded load(Source source, InOrder.Turn turn) throws IOException {
        Loaded loaded;
        if (source instanceof Url url) {
            listener.started(source);
            loaded = new Loaded(preparation.apply(get(url, turn)), Optional.of(url.address()));
        } else if (source instanceof LocalFile file) {
            turn.await();
            listener.started(source);
            loaded = new Loaded(preparation.apply(open(file)), Optional.empty());
        } else {
            throw new IOException(((Unusable) source).reason());
        }
        listener.finished(source);
        return loaded;
    }

    private Profile open(LocalFile file) throws IOException {
        Path path = file.path();
        OptionalLong size = Files.isRegularFile(path) ? OptionalLong.of(Files.size(path)) : OptionalLong.empty();
        InputStream in = new Progress(Files.newInputStream(path), file, size, listener);
        return formats.read(in, Optional.of(path));
    }

    private Profile get(Url url, InOrder.Turn turn) throws IOException {
        Response response = transport.get(url.address(), url.timeout().plus(GRACE));
        InputStream body = new Progress(response.body(), url, response.size(), listener);
        if (turn.hasCome()) {
            return formats.read(body, Optional.empty());
        }
        try (Spool spool = Spool.of(body, options.limits())) {
            turn.await();
            return formats.read(spool.read(), Optional.empty());
        }
    }
}
