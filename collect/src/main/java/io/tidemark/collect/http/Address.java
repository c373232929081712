package io.tidemark.collect.http;

import java.net.IDN;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP or HTTPS URL that keeps its password to itself: {@link #toString} is what may be logged and saved.
 *
 * <p>The scheme {@code https+insecure} is HTTPS without a look at the server's certificate. Characters that a URL may not
 * have are escaped, and host names may have underscores, as those of containers do.
 */
public final class Address {
    private static final Pattern PARTS =
            Pattern.compile("(?<scheme>[^:/?#]+)://(?:(?<user>[^/?#]*)@)?(?<authority>[^/?#]*)(?<file>[^#]*)(?:#.*)?");
    private static final Pattern AUTHORITY =
            Pattern.compile("(?<host>\\[[0-9A-Fa-f:.%]+]|[^:\\[\\]@]+)(?::(?<port>\\d*))?");
    private static final Pattern SECONDS = Pattern.compile("(?<=[?&])seconds=([^&]*)");

    private final String scheme;
    private final @Nullable String userInfo;
    private final String host;
    private final int port; // or -1
    private final String file; // path and query, escaped

    private Address(String scheme, @Nullable String userInfo, String host, int port, String file) {
        this.scheme = scheme;
        this.userInfo = userInfo;
        this.host = host;
        this.port = port;
        this.file = file;
    }

    /**
     * The address that a text with a scheme stands for, such as {@code http://localhost:6060/debug/pprof/heap}.
     *
     * @throws IllegalArgumentException when it is none; the message is a sentence without the password
     */
    public static Address parse(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a URL (expected http://HOST:PORT/PATH)");
        }
        String scheme = parts.group("scheme").toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https") && !scheme.equals("https+insecure")) {
            throw new IllegalArgumentException("scheme " + scheme + " (expected http, https or https+insecure)");
        }
        Matcher authority = AUTHORITY.matcher(parts.group("authority"));
        if (!authority.matches()) {
            throw new IllegalArgumentException("host " + parts.group("authority") + " (expected HOST or HOST:PORT)");
        }
        String file = escape(parts.group("file"));
        return new Address(
                scheme,
                parts.group("user"),
                host(authority.group("host")),
                port(authority.group("port")),
                file.startsWith("?") ? "/" + file : file);
    }

    private static String host(String host) {
        String ascii = host;
        if (host.chars().anyMatch(c -> c >= 0x80)) {
            ascii = IDN.toASCII(host);
        }
        if (ascii.chars().anyMatch(c -> c <= ' ' || c == 0x7F)) {
            throw new IllegalArgumentException("a host name with a space or a control character");
        }
        return ascii;
    }

    private static int port(@Nullable String port) {
        if (port == null || port.isEmpty()) {
            return -1;
        }
        int number = port.length() > 5 ? 0 : Integer.parseInt(port);
        if (number < 1 || number > 65535) {
            throw new IllegalArgumentException("port " + port + " (expected 1 to 65535)");
        }
        return number;
    }

    /** The text of a URL, valid or not, without the user and the password. */
    public static String withoutUser(String text) {
        return text.replaceFirst("^([^/?#]*//)?[^/?#]*@", "$1");
    }

    /** Percent-encodes what a URL may not have, so that a space or a quote does no harm. */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b <= ' ' || b == 0x7F || "\"<>\\^`{|}".indexOf(b) >= 0) {
                escaped.append(String.format(Locale.ROOT, "%%%02X", b & 0xFF));
            } else {
                escaped.append((char) b);
            }
        }
        return escaped.toString();
    }

    /** {@code http}, {@code https} or {@code https+insecure}. */
    public String scheme() {
        return scheme;
    }

    public boolean isSecure() {
        return !scheme.equals("http");
    }

    /** Whether any certificate of the server will do. */
    boolean isInsecure() {
        return scheme.equals("https+insecure");
    }

    /** The name or number of the server; one of IPv6 is in brackets. */
    public String host() {
        return host;
    }

    /** The port, which is that of the scheme where none is written. */
    public int port() {
        return port >= 0 ? port : isSecure() ? 443 : 80;
    }

    /** Who asks, where the address has a user. */
    Optional<Credentials> credentials() {
        return Optional.ofNullable(userInfo).map(Credentials::parse);
    }

    /** What stands behind the server, without the query; escaped, and may be empty. */
    public String path() {
        int query = file.indexOf('?');
        return query < 0 ? file : file.substring(0, query);
    }

    /** Another place on the same server, for the same user. */
    public Address at(String pathAndQuery) {
        return new Address(scheme, userInfo, host, port, escape(pathAndQuery));
    }

    /** The number in {@code seconds=} of the query, where there is one. */
    public Optional<Integer> seconds() {
        Matcher seconds = SECONDS.matcher(file);
        if (!seconds.find() || !seconds.group(1).matches("\\d{1,9}")) {
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(seconds.group(1)));
    }

    /** This address with {@code seconds=} in its query. */
    public Address withSeconds(long seconds) {
        String changed = SECONDS.matcher(file).replaceAll("seconds=" + seconds);
        if (!SECONDS.matcher(file).find()) {
            changed += (file.indexOf('?') < 0 ? "?" : file.endsWith("?") || file.endsWith("&") ? "" : "&") + "seconds="
                    + seconds;
        }
        return new Address(scheme, userInfo, host, port, changed);
    }

    /**
     * Where a redirect leads. The user and the password go along to the same server only.
     *
     * @throws IllegalArgumentException when the location is no HTTP address
     */
    Address resolve(String location) {
        Address target = parse(URI.create(toString()).resolve(escape(location)).toString());
        return target.withCredentialsOf(this);
    }

    /** This address with the user and the password of another, if it has none and is on the same server. */
    public Address withCredentialsOf(Address other) {
        boolean isSame = isSecure() == other.isSecure() && host.equalsIgnoreCase(other.host) && port() == other.port();
        return isSame && userInfo == null ? new Address(scheme, other.userInfo, host, port, file) : this;
    }

    URL toUrl() throws MalformedURLException {
        return new URL(isSecure() ? "https" : "http", host, port, file);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Address that
                && toString().equals(that.toString())
                && Objects.equals(userInfo, that.userInfo);
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** The URL without the user and the password. */
    @Override
    public String toString() {
        return scheme + "://" + host + (port < 0 ? "" : ":" + port) + file;
    }
}
