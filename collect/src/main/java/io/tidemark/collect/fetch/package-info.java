/**
 * Fetching profiles: from the arguments of a command line to one merged profile, and one of the bases.
 *
 * <pre>{@code
 * Fetcher fetcher = new Fetcher(FetchOptions.of(System.getenv()), UnaryOperator.identity(), FetchListener.SILENT);
 * Fetched fetched = fetcher.fetch(List.of("http://localhost:6060/debug/pprof/heap"), List.of());
 * }</pre>
 *
 * <p>A {@link io.tidemark.collect.fetch.Source} is a file or a URL; a directory stands for the profiles in it. Many are
 * downloaded at once, two or three are decoded at once, and each is merged as soon as it is its turn, so that a hundred
 * sources need little more memory than their merged profile. A source that fails is reported and left out.
 */
@NullMarked
package io.tidemark.collect.fetch;

import org.jspecify.annotations.NullMarked;
