package io.tidemark.collect.http;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A user and a password, which do not show themselves. */
final class Credentials {
    private final String user;
    private final String password;

    private Credentials(String user, String password) {
        this.user = user;
        this.password = password;
    }

    /** From the {@code user:password} of a URL, in which both may be percent-encoded. */
    static Credentials parse(String userInfo) {
        int colon = userInfo.indexOf(':');
        return new Credentials(
                unescape(colon < 0 ? userInfo : userInfo.substring(0, colon)),
                colon < 0 ? "" : unescape(userInfo.substring(colon + 1)));
    }

    private static String unescape(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int size = 0;
        for (int i = 0; i < bytes.length; i++, size++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            if (low >= 0) {
                bytes[size] = (byte) (high << 4 | low);
                i += 2;
            } else {
                bytes[size] = bytes[i];
            }
        }
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }

    /** The header of basic authentication (RFC 7617). */
    String basic() {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** Answers proxies that ask, and nobody else. */
    Authenticator forProxy() {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return getRequestorType() == RequestorType.PROXY
                        ? new PasswordAuthentication(user, password.toCharArray())
                        : super.getPasswordAuthentication();
            }
        };
    }

    @Override
    public String toString() {
        return "credentials";
    }
}
