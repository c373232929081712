package io.tidemark.collect.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TlsTest {
    private static final byte[] BODY = "the body".getBytes(UTF_8);

    @TempDir
    static Path directory;

    private static TestCertificates ours;
    private static TestCertificates client;
    private static TestServer open;
    private static TestServer closed; // to clients without a certificate

    @BeforeAll
    static void start() throws IOException, InterruptedException, GeneralSecurityException {
        ours = TestCertificates.make(directory, "server", "EC", 256);
        client = TestCertificates.make(directory, "client", "RSA", 2048);
        open = TestServer.https(ours.server(client), false).on("/x", BODY);
        closed = TestServer.https(ours.server(client), true).on("/x", BODY);
        TestServer plain = TestServer.http();
        open.on("/down", 302, plain.url("/x")).on("/same", 302, "/x");
        plain.close();
    }

    @AfterAll
    static void stop() {
        open.close();
        closed.close();
    }

    private static byte[] get(TlsFiles files, String url) throws IOException {
        try (InputStream body = new Transport(files, Map.of())
                .get(Address.parse(url), Duration.ofSeconds(60))
                .body()) {
            return body.readAllBytes();
        }
    }

    private static TlsFiles trusting() throws IOException, GeneralSecurityException {
        return new TlsFiles(Optional.empty(), Optional.empty(), Optional.of(ours.certificate()));
    }

    private static TlsFiles with(Path key) throws IOException, GeneralSecurityException {
        return new TlsFiles(Optional.of(client.certificate()), Optional.of(key), Optional.of(ours.certificate()));
    }

    @Test
    void get_certificateOfAnAuthority_isTrusted() throws IOException, GeneralSecurityException {
        assertThat(get(trusting(), open.url("/x"))).isEqualTo(BODY);
        assertThat(get(trusting(), open.url("/same"))).isEqualTo(BODY);
    }

    @Test
    void get_certificateOfNobody_isNot() {
        assertThatThrownBy(() -> get(TlsFiles.NONE, open.url("/x")))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(open.hostAndPort() + " has a certificate that is not trusted (")
                .hasMessageEndingWith("name its authority with -tls_ca, or take any with https+insecure://");
    }

    @Test
    void get_certificateForAnotherName_isNot() {
        String url = open.url("/x").replace("127.0.0.1", "localhost");
        assertThatThrownBy(() -> get(trusting(), url)).hasMessageContaining("has a certificate that is not trusted");
    }

    @Test
    void get_insecure_takesAny() throws IOException {
        String url = open.url("/x").replace("https:", "https+insecure:");
        assertThat(get(TlsFiles.NONE, url)).isEqualTo(BODY);
        assertThat(get(TlsFiles.NONE, url.replace("127.0.0.1", "localhost"))).isEqualTo(BODY);
        assertThat(get(TlsFiles.NONE, url.replace("/x", "/same"))).isEqualTo(BODY);
    }

    @Test
    void get_redirectToHttp_isNotFollowed() {
        assertThatThrownBy(() -> get(trusting(), open.url("/down")))
                .hasMessageMatching("redirected from https to http://127.0.0.1:\\d+/x, which is not followed");
    }

    @Test
    void get_clientsCertificate_opensTheServer() throws IOException, GeneralSecurityException {
        assertThat(get(with(client.key()), closed.url("/x"))).isEqualTo(BODY);
        assertThatThrownBy(() -> get(trusting(), closed.url("/x"))).isInstanceOf(IOException.class);
    }

    @Test
    void get_keyInTheFormOfPkcs1_isUnderstood() throws IOException, GeneralSecurityException {
        byte[] pkcs8 = client.pkcs8();
        Path key = client.pem("RSA PRIVATE KEY", Arrays.copyOfRange(pkcs8, 26, pkcs8.length));
        assertThat(get(with(key), closed.url("/x"))).isEqualTo(BODY);
    }

    @Test
    void privateKey_inTheFormOfSec1_isUnderstood() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        byte[] number = ((ECPrivateKey) pair.getPrivate()).getS().toByteArray();
        ByteArrayOutputStream sec1 = new ByteArrayOutputStream();
        sec1.writeBytes(new byte[] {0x30, 0x31, 2, 1, 1, 4, 0x20});
        for (int i = number.length - 32; i < number.length; i++) {
            sec1.write(i < 0 ? 0 : number[i]);
        }
        byte[] withoutCurve = sec1.toByteArray();
        sec1.writeBytes(new byte[] {(byte) 0xA0, 0x0A, 6, 8, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 3, 1, 7});
        ECPrivateKey read = (ECPrivateKey) Pem.privateKey(client.pem("EC PRIVATE KEY", sec1.toByteArray()));
        assertThat(read.getS()).isEqualTo(((ECPrivateKey) pair.getPrivate()).getS());

        withoutCurve[1] = 0x25;
        Path key = client.pem("EC PRIVATE KEY", withoutCurve);
        assertThatThrownBy(() -> Pem.privateKey(key)).hasMessageContaining("can't be understood");
    }

    @Test
    void privateKey_ed25519_isUnderstood() throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        assertThat(Pem.privateKey(client.pem("PRIVATE KEY", pair.getPrivate().getEncoded())))
                .isEqualTo(pair.getPrivate());
    }

    @Test
    void privateKey_whatIsNone_isASentence() throws IOException {
        Path file = directory.resolve("bad.pem");
        assertThatThrownBy(() -> Pem.privateKey(file)).hasMessage(file + ": can't be read");
        Files.writeString(file, "hello");
        assertThatThrownBy(() -> Pem.privateKey(file))
                .hasMessage(file + ": no private key in it (expected -----BEGIN PRIVATE KEY-----)");
        assertThatThrownBy(() -> Pem.certificates(file))
                .hasMessage(file + ": no certificate in it (expected -----BEGIN CERTIFICATE-----)");
        for (String content : new String[] {"AAAA", "MAA=", "MIIB", "MA==", "====", "A"}) {
            for (String label : new String[] {"PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY"}) {
                Files.writeString(
                        file, "-----BEGIN " + label + "-----\n" + content + "\n-----END " + label + "-----\n");
                assertThatThrownBy(() -> Pem.privateKey(file))
                        .isInstanceOf(IOException.class)
                        .hasMessageStartingWith(file + ": a ");
            }
        }
        Files.writeString(file, "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n");
        assertThatThrownBy(() -> Pem.privateKey(file)).hasMessageContaining("the key is encrypted");
    }

    @Test
    void privateKey_ofManyRandomBytes_isASentence() throws IOException {
        Path file = directory.resolve("random.pem");
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            byte[] der = new byte[random.nextInt(40)];
            random.nextBytes(der);
            Files.writeString(
                    file,
                    "-----BEGIN EC PRIVATE KEY-----" + Base64.getEncoder().encodeToString(der)
                            + "-----END EC PRIVATE KEY-----");
            assertThatThrownBy(() -> Pem.privateKey(file)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void tlsFiles_halfAPair_isRefused() {
        Optional<Path> file = Optional.of(directory.resolve("x"));
        assertThatThrownBy(() -> new TlsFiles(file, Optional.empty(), Optional.empty()))
                .hasMessage("-tls_cert is specified, so -tls_key must also be specified");
        assertThatThrownBy(() -> new TlsFiles(Optional.empty(), file, Optional.empty()))
                .hasMessage("-tls_key is specified, so -tls_cert must also be specified");
    }
}
