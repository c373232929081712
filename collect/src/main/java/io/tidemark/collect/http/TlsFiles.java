package io.tidemark.collect.http;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The files, all PEM, that say who we are and whom we trust.
 *
 * @param certificate the client's certificate, with the chain to its authority; {@code -tls_cert}
 * @param key the private key of that certificate; {@code -tls_key}
 * @param authorities the certificates of the authorities to trust instead of the usual ones; {@code -tls_ca}
 */
public record TlsFiles(Optional<Path> certificate, Optional<Path> key, Optional<Path> authorities) {
    /** No certificate of our own, and the usual authorities. */
    public static final TlsFiles NONE = new TlsFiles(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Checks that a certificate comes with its key.
     *
     * @throws IllegalArgumentException when one of the two is missing
     */
    public TlsFiles {
        if (key.isPresent() && certificate.isEmpty()) {
            throw new IllegalArgumentException("-tls_key is specified, so -tls_cert must also be specified");
        }
        if (certificate.isPresent() && key.isEmpty()) {
            throw new IllegalArgumentException("-tls_cert is specified, so -tls_key must also be specified");
        }
    }
}
