package io.tidemark.collect.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and private keys in a file of the text form that OpenSSL writes (RFC 7468). */
final class Pem {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");
    private static final Pattern ENCRYPTED =
            Pattern.compile("-----BEGIN ENCRYPTED PRIVATE KEY-----|Proc-Type: 4,ENCRYPTED");

    private final Path file;
    private final String text;

    private Pem(Path file) throws IOException {
        this.file = file;
        try {
            this.text = Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IOException(file + ": can't be read", e);
        }
    }

    /** All certificates of a file, at least one. */
    static List<X509Certificate> certificates(Path file) throws IOException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (byte[] der : new Pem(file).blocks("CERTIFICATE")) {
            try {
                certificates.add((X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
            } catch (CertificateException e) {
                throw new IOException(file + ": a certificate that can't be understood: " + e.getMessage(), e);
            }
        }
        if (certificates.isEmpty()) {
            throw new IOException(file + ": no certificate in it (expected -----BEGIN CERTIFICATE-----)");
        }
        return certificates;
    }

    /** The first private key of a file. */
    static PrivateKey privateKey(Path file) throws IOException {
        Pem pem = new Pem(file);
        if (ENCRYPTED.matcher(pem.text).find()) {
            throw new IOException(file + ": the key is encrypted; decrypt it with openssl pkey first");
        }
        for (byte[] der : pem.blocks("PRIVATE KEY")) {
            return pem.key(der);
        }
        for (byte[] der : pem.blocks("RSA PRIVATE KEY")) {
            return pem.key(Pkcs8.ofRsa(der));
        }
        for (byte[] der : pem.blocks("EC PRIVATE KEY")) {
            return pem.key(Pkcs8.ofEc(der).orElseThrow(() -> pem.unknownKey()));
        }
        throw new IOException(file + ": no private key in it (expected -----BEGIN PRIVATE KEY-----)");
    }

    /** What the blocks of a label hold. */
    private List<byte[]> blocks(String label) throws IOException {
        List<byte[]> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            if (label.equals(matcher.group(1))) {
                try {
                    blocks.add(Base64.getMimeDecoder().decode(matcher.group(2)));
                } catch (IllegalArgumentException e) {
                    throw new IOException(file + ": a " + label + " that is not base64", e);
                }
            }
        }
        return blocks;
    }

    private PrivateKey key(byte[] pkcs8) throws IOException {
        for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (InvalidKeySpecException e) {
                // of another algorithm
            } catch (GeneralSecurityException e) {
                throw new IOException(file + ": " + e.getMessage(), e);
            }
        }
        throw unknownKey();
    }

    private IOException unknownKey() {
        return new IOException(file + ": a private key that can't be understood (expected RSA, EC or Ed25519)");
    }
}
