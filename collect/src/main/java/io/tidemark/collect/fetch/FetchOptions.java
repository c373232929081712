package io.tidemark.collect.fetch;

import io.tidemark.collect.http.TlsFiles;
import io.tidemark.model.legacy.LegacyFormat.Comments;
import io.tidemark.model.profile.Limits;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * How to fetch.
 *
 * @param duration over which time a server is to take a profile, {@code -seconds}; zero leaves it to the server
 * @param timeout how long a server may take, {@code -timeout}; zero for one and a half times the duration, or a minute
 * @param tls who we are and whom we trust
 * @param limits how much is accepted
 * @param comments what to do with the comments in Go's text profiles
 * @param environment the variables of the process: proxies, and the path on which tools are found
 */
public record FetchOptions(
        Duration duration,
        Duration timeout,
        TlsFiles tls,
        Limits limits,
        Comments comments,
        Map<String, String> environment) {

    public FetchOptions {
        if (duration.isNegative() || timeout.isNegative()) {
            throw new IllegalArgumentException(
                    "duration " + duration + ", timeout " + timeout + " (expected none below zero)");
        }
        Objects.requireNonNull(tls, "tls");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(comments, "comments");
        environment = Map.copyOf(environment);
    }

    /** What holds when nobody says otherwise. */
    public static FetchOptions of(Map<String, String> environment) {
        return new FetchOptions(
                Duration.ZERO, Duration.ZERO, TlsFiles.NONE, Limits.DEFAULT, Comments.SKIP, environment);
    }
}
