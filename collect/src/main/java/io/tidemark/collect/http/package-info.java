/**
 * Fetching over HTTP and HTTPS: an address in, a body out.
 *
 * <p>{@link io.tidemark.collect.http.Transport} does what a command line expects of it: certificates from files, proxies
 * from the environment, a bound on time and on redirects, and an error that is a sentence.
 */
@NullMarked
package io.tidemark.collect.http;

import org.jspecify.annotations.NullMarked;
