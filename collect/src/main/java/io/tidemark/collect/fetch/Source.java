package io.tidemark.collect.fetch;

import io.tidemark.collect.http.Address;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where a profile comes from. */
public sealed interface Source {
    /** What it is called in messages: the argument, without a password. */
    String name();

    /** A file, or whatever can be opened like one. */
    record LocalFile(Path path) implements Source {
        @Override
        public String name() {
            return path.toString();
        }
    }

    /**
     * An HTTP or HTTPS address.
     *
     * @param name the argument, without a password
     * @param address what to get, with {@code seconds=} in its query when a duration was asked for
     * @param duration over which time the server takes the profile, or zero when that is not known
     * @param timeout how long the server may take
     */
    record Url(String name, Address address, Duration duration, Duration timeout) implements Source {
        private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

        /** The source of an address, with the durations that the options and its query ask for. */
        static Url of(String argument, Address address, FetchOptions options) {
            Duration duration = options.duration();
            Address asked = address;
            if (duration.toSeconds() > 0) {
                asked = address.withSeconds(duration.toSeconds());
            } else {
                duration = address.seconds().map(Duration::ofSeconds).orElse(Duration.ZERO);
            }
            Duration timeout = options.timeout();
            if (timeout.isZero()) {
                timeout = duration.isZero()
                        ? DEFAULT_TIMEOUT
                        : duration.multipliedBy(3).dividedBy(2);
            }
            return new Url(Address.withoutUser(argument), asked, duration, timeout);
        }
    }

    /** An argument that is no source; {@code reason} is a sentence. */
    record Unusable(String name, String reason) implements Source {}

    /**
     * The source that an argument stands for: a file where there is one, else a URL, which may lack its scheme where it
     * starts with {@code HOST:PORT}.
     */
    static Source of(String argument, FetchOptions options) {
        Optional<Path> existing = existing(argument);
        if (existing.isPresent()) {
            return new LocalFile(existing.get());
        }
        Optional<String> url = SourceSyntax.url(argument);
        if (url.isEmpty()) {
            return new Unusable(argument, "no such file, and not a URL such as http://HOST:PORT/PATH");
        }
        try {
            return Url.of(argument, Address.parse(url.get()), options);
        } catch (IllegalArgumentException e) {
            return new Unusable(Address.withoutUser(argument), String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Path> existing(String argument) {
        try {
            return Optional.of(argument)
                    .filter(name -> !name.isEmpty())
                    .map(Path::of)
                    .filter(Files::exists);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
