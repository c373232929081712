package io.tidemark.collect.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.HttpsURLConnection;

/**
 * Gets what is at addresses, and posts to them.
 *
 * <p>Redirects are followed, but not from HTTPS to HTTP and not without end. The user and the password of an address are
 * sent at once, and to its server only. Every failure is an {@link IOException} whose message is a sentence without them.
 *
 * <p>May be used by many threads at once.
 */
public final class Transport {
    private static final int MAX_REDIRECTS = 10;
    private static final int MAX_ERROR_BYTES = 1 << 12;

    private final Tls tls;
    private final Proxies proxies;

    /**
     * A transport with the certificates in files and the proxies of an environment.
     *
     * @param environment {@code HTTP_PROXY}, {@code HTTPS_PROXY}, {@code NO_PROXY} and whatever else there is
     */
    public Transport(TlsFiles files, Map<String, String> environment) {
        this.tls = new Tls(files);
        this.proxies = new Proxies(environment);
    }

    /**
     * Gets an address.
     *
     * @param timeout how long it may take to the last byte of the body
     * @throws StatusException when there is an answer of another status than 200
     * @throws IOException when there is none
     */
    public Response get(Address address, Duration timeout) throws IOException {
        return send(address, Optional.empty(), timeout);
    }

    /**
     * Posts bytes to an address.
     *
     * @param timeout how long it may take to the last byte of the answer
     * @throws IOException when there is no answer, or another status than 200
     */
    public Response post(Address address, byte[] body, Duration timeout) throws IOException {
        return send(address, Optional.of(body), timeout);
    }

    private Response send(Address address, Optional<byte[]> body, Duration timeout) throws IOException {
        Deadline deadline = new Deadline(timeout);
        Address current = address;
        Optional<byte[]> sent = body;
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            Proxies.Route route = proxies.route(current);
            HttpURLConnection connection = open(current, route, deadline);
            Watch watch = new Watch(connection, deadline);
            try {
                write(connection, sent);
                int status = connection.getResponseCode();
                if (status < 0) {
                    throw new IOException(Failure.NO_HTTP);
                }
                String location = isRedirect(status) ? connection.getHeaderField("Location") : null;
                if (location == null) {
                    return response(connection, status, deadline);
                }
                connection.disconnect();
                current = redirect(current, location);
                sent = sent.filter(bytes -> status == 307 || status == 308); // the others say: get it there
            } catch (IOException e) {
                connection.disconnect();
                throw Failure.explained(e, current, route, deadline);
            } finally {
                watch.close();
            }
        }
        throw new IOException("more than " + MAX_REDIRECTS + " redirects, the last to " + current);
    }

    private static void write(HttpURLConnection connection, Optional<byte[]> body) throws IOException {
        if (body.isPresent()) {
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/octet-stream");
            connection.setFixedLengthStreamingMode(body.get().length);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body.get());
            }
        }
    }

    private HttpURLConnection open(Address address, Proxies.Route route, Deadline deadline) throws IOException {
        if (route.credentials().isPresent()) {
            // Read by the JDK when the first connection is made; without it no proxy for HTTPS gets a password.
            System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
        }
        URLConnection opened = address.toUrl().openConnection(route.proxy());
        if (opened instanceof HttpsURLConnection secure) {
            secure.setSSLSocketFactory(tls.sockets(address.isInsecure()));
            if (address.isInsecure()) {
                secure.setHostnameVerifier((host, session) -> true);
            }
        }
        HttpURLConnection connection = (HttpURLConnection) opened;
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setConnectTimeout(deadline.millisLeft());
        connection.setReadTimeout(deadline.millisLeft());
        connection.setRequestProperty("User-Agent", "tidemark");
        connection.setRequestProperty("Accept", "*/*");
        connection.setRequestProperty("Accept-Encoding", "gzip");
        connection.setRequestProperty("Connection", "close"); // no thread that keeps it for somebody else
        address.credentials().ifPresent(user -> connection.setRequestProperty("Authorization", user.basic()));
        route.credentials().ifPresent(user -> connection.setAuthenticator(user.forProxy()));
        return connection;
    }

    private static boolean isRedirect(int status) {
        return (status >= 301 && status <= 303) || status == 307 || status == 308;
    }

    private static Address redirect(Address from, String location) throws IOException {
        Address to;
        try {
            to = from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "redirected to " + Failure.printable(Address.withoutUser(location)) + ": " + e.getMessage(), e);
        }
        if (from.isSecure() && !to.isSecure()) {
            throw new IOException("redirected from https to " + to + ", which is not followed");
        }
        return to;
    }

    private static Response response(HttpURLConnection connection, int status, Deadline deadline) throws IOException {
        if (status != HttpURLConnection.HTTP_OK) {
            throw new StatusException(status, "server response: " + status(connection, status));
        }
        long size = connection.getContentLengthLong();
        boolean isWhole = size >= 0;
        return new Response(
                new Body(connection, size, deadline), isWhole ? OptionalLong.of(size) : OptionalLong.empty());
    }

    /** {@code 404 Not Found - Unknown profile}, with the text of Go's profile handlers. */
    private static String status(HttpURLConnection connection, int status) throws IOException {
        String reason = connection.getResponseMessage();
        String text = reason == null || reason.isEmpty() ? String.valueOf(status) : status + " " + reason;
        String type = connection.getContentType();
        InputStream body = connection.getErrorStream();
        if (body != null
                && connection.getHeaderField("X-Go-Pprof") != null
                && type != null
                && type.contains("text/plain")) {
            boolean isGzip = "gzip".equalsIgnoreCase(connection.getContentEncoding());
            try (InputStream in = isGzip ? new GZIPInputStream(body) : body) {
                text += " - " + new String(in.readNBytes(MAX_ERROR_BYTES), StandardCharsets.UTF_8).strip();
            }
        }
        if (status == HttpURLConnection.HTTP_UNAUTHORIZED) {
            text += " (give user and password as in http://USER:PASSWORD@HOST/)";
        }
        if (status == HttpURLConnection.HTTP_NOT_FOUND
                && connection.getURL().getPath().length() <= 1) {
            text += " (Go programs have their profiles below /debug/pprof/, such as /debug/pprof/heap)";
        }
        return Failure.printable(text);
    }

    /**
     * The body as it arrives; it must be as long as the server said, and be there in time. A server that falls silent in
     * the middle of it is given up after the timeout, counted from then.
     */
    private static final class Body extends InputStream {
        private final HttpURLConnection connection;
        private final InputStream in;
        private final long size; // or -1
        private final Deadline deadline;
        private long count;

        Body(HttpURLConnection connection, long size, Deadline deadline) throws IOException {
            this.connection = connection;
            this.in = connection.getInputStream();
            this.size = size;
            this.deadline = deadline;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (deadline.isPast()) {
                throw deadline.passed(null);
            }
            int read;
            try {
                read = in.read(target, offset, length);
            } catch (SocketTimeoutException e) {
                throw deadline.passed(e);
            } catch (IOException e) {
                throw new IOException("the answer broke off after " + count + " bytes: " + e.getMessage(), e);
            }
            if (read < 0 && count < size) {
                throw new IOException("the answer broke off after " + count + " of " + size + " bytes");
            }
            count += Math.max(read, 0);
            return read;
        }

        @Override
        public void close() {
            connection.disconnect();
        }
    }
}
