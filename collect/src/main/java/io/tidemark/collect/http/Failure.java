package io.tidemark.collect.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Proxy;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Says in a sentence why there is no answer; Java's own messages often are a word. */
final class Failure {
    /** What Java says of an answer that does not begin as one of HTTP. */
    static final String NO_HTTP = "Invalid Http response";

    private Failure() {}

    /** A stranger's text for a terminal: no control characters. */
    static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    /** The failure to get an answer from an address by a route, with a message for the user. */
    static IOException explained(IOException e, Address address, Proxies.Route route, Deadline deadline) {
        if (e instanceof StatusException) {
            return e;
        }
        boolean isDirect = route.proxy().type() == Proxy.Type.DIRECT;
        String server = isDirect ? address.host() + ":" + address.port() : "proxy " + route.name();
        String message = String.valueOf(e.getMessage());
        if (e instanceof SocketTimeoutException || deadline.isPast()) {
            return deadline.passed(e);
        }
        if (e instanceof UnknownHostException) {
            return new IOException("no such host: " + message, e);
        }
        if (e instanceof ConnectException) {
            return new IOException(server + ": " + message.toLowerCase(Locale.ROOT), e);
        }
        if (e instanceof SSLException) {
            return new IOException(tlsSentence(server, message), e);
        }
        if (message.contains(NO_HTTP)) {
            return new IOException(server + " does not speak HTTP", e);
        }
        if (message.contains("Unexpected end of file")) {
            return new IOException(server + " closed the connection without an answer", e);
        }
        if (e instanceof SocketException) {
            return new IOException(server + ": " + printable(message).toLowerCase(Locale.ROOT), e);
        }
        return e;
    }

    private static String tlsSentence(String server, String message) {
        if (message.contains("plaintext connection") || message.contains("unrecognized SSL message")) {
            return server + " does not speak TLS; try http://";
        }
        if (message.contains("PKIX")
                || message.contains("No subject alternative")
                || message.contains("No name matching")) {
            boolean isStranger = message.contains("unable to find valid certification path");
            return server + " has a certificate that is not trusted ("
                    + (isStranger ? "no authority that is known here signed it" : message)
                    + "); name its authority with -tls_ca, or take any with https+insecure://";
        }
        return server + ": TLS failed: " + printable(message);
    }
}
