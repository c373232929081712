package io.tidemark.collect.http;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Private keys of the older forms as PKCS#8 (RFC 5208), the only one that Java reads: RSA as PKCS#1 (RFC 8017) and elliptic
 * curves as SEC 1 (RFC 5915). They are what PKCS#8 has inside, so the outside is put around them.
 */
final class Pkcs8 {
    private static final byte[] VERSION_0 = {2, 1, 0};
    private static final byte[] RSA = {6, 9, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 1, 1, 5, 0};
    private static final byte[] EC = {6, 7, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 2, 1};
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 4;
    private static final int ELEMENT_0 = 0xA0;

    private Pkcs8() {}

    static byte[] ofRsa(byte[] key) {
        return wrap(RSA, key);
    }

    /** Empty when the key does not name its curve. */
    static Optional<byte[]> ofEc(byte[] key) {
        return curve(key).map(curve -> wrap(concat(EC, curve), key));
    }

    private static byte[] wrap(byte[] algorithm, byte[] key) {
        return der(SEQUENCE, concat(VERSION_0, der(SEQUENCE, algorithm), der(OCTETS, key)));
    }

    private static Optional<byte[]> curve(byte[] key) {
        int at = key.length < 2 ? 0 : contentStart(key, 0);
        while (at + 1 < key.length) {
            int start = contentStart(key, at);
            int end = start + length(key, at);
            if (end > key.length) {
                break;
            }
            if ((key[at] & 0xFF) == ELEMENT_0) {
                return Optional.of(Arrays.copyOfRange(key, start, end));
            }
            at = end;
        }
        return Optional.empty();
    }

    /** Where the content of the element at a place starts: its length takes one byte, and those that this byte counts. */
    private static int contentStart(byte[] der, int at) {
        int first = der[at + 1] & 0xFF;
        return at + 2 + (first < 0x80 ? 0 : first & 3);
    }

    private static int length(byte[] der, int at) {
        int first = der[at + 1] & 0xFF;
        if (first < 0x80) {
            return first;
        }
        int length = 0;
        for (int i = at + 2; i < Math.min(contentStart(der, at), der.length); i++) {
            length = (length << 8) | (der[i] & 0xFF);
        }
        return length;
    }

    /** An element with its length in as few bytes as it takes. */
    private static byte[] der(int tag, byte[] content) {
        int size = content.length;
        byte[] header;
        if (size < 0x80) {
            header = new byte[] {(byte) tag, (byte) size};
        } else if (size < 0x100) {
            header = new byte[] {(byte) tag, (byte) 0x81, (byte) size};
        } else {
            header = new byte[] {(byte) tag, (byte) 0x82, (byte) (size >> 8), (byte) size};
        }
        return concat(header, content);
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
