package io.tidemark.collect.symbolize;

import java.io.IOException;

/** Sends a request to a server. */
@FunctionalInterface
public interface Post {
    /**
     * The body of the answer.
     *
     * @throws IOException when there is none, or its status is not 200; the message is for the user
     */
    byte[] post(String url, String body) throws IOException;
}
