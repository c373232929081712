package io.tidemark.collect.http;

import java.io.InputStream;
import java.util.OptionalLong;

/**
 * What a server answered with status 200.
 *
 * @param body the bytes as they arrive; to be closed
 * @param size how many bytes that will be, where the server says so
 */
public record Response(InputStream body, OptionalLong size) {}
