package io.tidemark.collect.http;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which proxy leads to an address, by the variables {@code HTTP_PROXY}, {@code HTTPS_PROXY} and {@code NO_PROXY} of the
 * environment, in capitals or not.
 *
 * <p>{@code NO_PROXY} is a list of host names, each with its subdomains ({@code .example.org}: only those), IP addresses
 * and ranges ({@code 10.0.0.0/8}), any of them with a port, or {@code *}. This machine itself never has a proxy. The rules
 * are those of Go's {@code httpproxy} package.
 */
final class Proxies {
    private static final Pattern SERVER = Pattern.compile(
            "(?:(?<scheme>[a-z0-9+]+)://)?(?:(?<user>[^/@]*)@)?(?<host>\\[[0-9a-f:.%]+]|[^:/@\\[\\]]+)(?::(?<port>\\d{1,5}))?/?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HOST_AND_PORT = Pattern.compile("(?<host>\\[.*]|[^:]*)(?::(?<port>\\d+))?");

    private final Map<String, String> environment;

    Proxies(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * A proxy to go through.
     *
     * @param proxy where it is
     * @param credentials who asks, where it wants to know
     */
    record Route(Proxy proxy, Optional<Credentials> credentials) {
        static final Route DIRECT = new Route(Proxy.NO_PROXY, Optional.empty());

        /** {@code HOST:PORT} of the proxy. */
        String name() {
            return proxy.address() instanceof InetSocketAddress at
                    ? at.getHostString() + ":" + at.getPort()
                    : String.valueOf(proxy);
        }
    }

    /** How to get to an address. */
    Route route(Address address) throws IOException {
        String variable = address.isSecure() ? "HTTPS_PROXY" : "HTTP_PROXY";
        String server = variable(variable);
        if (server.isEmpty() || isDirect(address)) {
            return Route.DIRECT;
        }
        Matcher parts = SERVER.matcher(server);
        if (!parts.matches()) {
            throw new IOException(variable + ": " + Address.withoutUser(server) + " (expected http://HOST:PORT)");
        }
        String scheme =
                parts.group("scheme") == null ? "http" : parts.group("scheme").toLowerCase(Locale.ROOT);
        boolean isSocks = scheme.equals("socks5") || scheme.equals("socks5h");
        if (!isSocks && !scheme.equals("http")) {
            throw new IOException(variable + ": a proxy with scheme " + scheme + " (expected http or socks5)");
        }
        Optional<String> user = Optional.ofNullable(parts.group("user"));
        if (isSocks && user.isPresent()) {
            throw new IOException(variable + ": a SOCKS proxy with a password (expected one without)");
        }
        String port = parts.group("port");
        InetSocketAddress at = InetSocketAddress.createUnresolved(
                parts.group("host"), port == null ? (isSocks ? 1080 : 80) : Math.min(Integer.parseInt(port), 65535));
        return new Route(new Proxy(isSocks ? Proxy.Type.SOCKS : Proxy.Type.HTTP, at), user.map(Credentials::parse));
    }

    private String variable(String name) {
        String value = environment.getOrDefault(name, "");
        return value.isEmpty() ? environment.getOrDefault(name.toLowerCase(Locale.ROOT), "") : value;
    }

    private boolean isDirect(Address address) {
        String host = address.host().toLowerCase(Locale.ROOT);
        Optional<InetAddress> ip = ip(host);
        if (host.equals("localhost")
                || ip.filter(InetAddress::isLoopbackAddress).isPresent()) {
            return true;
        }
        for (String entry : variable("NO_PROXY").split(",", -1)) {
            if (matches(entry.trim().toLowerCase(Locale.ROOT), host, ip, address.port())) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String entry, String host, Optional<InetAddress> ip, int port) {
        if (entry.isEmpty() || entry.equals("*")) {
            return !entry.isEmpty();
        }
        if (entry.indexOf('/') >= 0) {
            return ip.isPresent() && isInRange(ip.get(), entry);
        }
        if (ip(entry).isPresent()) {
            return ip(entry).equals(ip);
        }
        Matcher parts = HOST_AND_PORT.matcher(entry);
        if (!parts.matches()) {
            return false;
        }
        if (parts.group("port") != null && !parts.group("port").equals(String.valueOf(port))) {
            return false;
        }
        String name = parts.group("host");
        if (ip(name).isPresent()) {
            return ip(name).equals(ip);
        }
        String domain = name.startsWith("*.") ? name.substring(1) : name;
        return domain.startsWith(".") ? host.endsWith(domain) : host.equals(domain) || host.endsWith("." + domain);
    }

    private static boolean isInRange(InetAddress ip, String range) {
        int slash = range.indexOf('/');
        Optional<InetAddress> base = ip(range.substring(0, slash));
        String digits = range.substring(slash + 1);
        if (base.isEmpty() || !digits.matches("\\d{1,3}")) {
            return false;
        }
        int bits = ip.getAddress().length * 8;
        int prefix = Integer.parseInt(digits);
        return bits == base.get().getAddress().length * 8
                && prefix <= bits
                && number(ip).xor(number(base.get())).shiftRight(bits - prefix).signum() == 0;
    }

    private static BigInteger number(InetAddress ip) {
        return new BigInteger(1, ip.getAddress());
    }

    /** The IP address that a text is; a name is none, and nobody is asked for it. */
    private static Optional<InetAddress> ip(String text) {
        boolean isV6 = text.indexOf(':') >= 0 && text.matches("\\[?[0-9a-f:.%]+]?");
        if (!isV6 && !text.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
