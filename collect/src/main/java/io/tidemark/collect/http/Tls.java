package io.tidemark.collect.http;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Makes TLS sockets out of the files of the user, which are read when the first is needed. */
final class Tls {
    private final TlsFiles files;
    private @Nullable SSLSocketFactory secure;
    private @Nullable SSLSocketFactory insecure;

    Tls(TlsFiles files) {
        this.files = files;
    }

    /** The factory of sockets that check the server's certificate, or of those that do not. */
    synchronized SSLSocketFactory sockets(boolean isInsecure) throws IOException {
        SSLSocketFactory known = isInsecure ? insecure : secure;
        if (known != null) {
            return known;
        }
        SSLSocketFactory made = make(isInsecure);
        if (isInsecure) {
            insecure = made;
        } else {
            secure = made;
        }
        return made;
    }

    private SSLSocketFactory make(boolean isInsecure) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(), isInsecure ? new TrustManager[] {new AnyServer()} : authorities(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS can't be set up: " + e.getMessage(), e);
        }
    }

    private KeyManager @Nullable [] keys() throws IOException, GeneralSecurityException {
        Optional<Path> certificate = files.certificate();
        Optional<Path> key = files.key();
        if (certificate.isEmpty() || key.isEmpty()) {
            return null;
        }
        X509Certificate[] chain = Pem.certificates(certificate.get()).toArray(new X509Certificate[0]);
        PrivateKey privateKey = Pem.privateKey(key.get());
        char[] password = {};
        KeyStore store = emptyStore();
        store.setKeyEntry("client", privateKey, password, chain);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        return factory.getKeyManagers();
    }

    private TrustManager @Nullable [] authorities() throws IOException, GeneralSecurityException {
        if (files.authorities().isEmpty()) {
            return null; // those of the JDK
        }
        List<X509Certificate> certificates =
                Pem.certificates(files.authorities().get());
        KeyStore store = emptyStore();
        for (int i = 0; i < certificates.size(); i++) {
            store.setCertificateEntry("authority " + i, certificates.get(i));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    /** Trusts every server, by the wish of the user. As an extended manager it also keeps the JDK from checking names. */
    private static final class AnyServer extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
