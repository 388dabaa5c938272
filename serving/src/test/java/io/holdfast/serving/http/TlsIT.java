package io.holdfast.serving.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.serving.keys.KeyStore;
import io.holdfast.serving.keys.NewKey;
import io.holdfast.serving.keys.Scope;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With TLS on, clients that trust the certificate are answered, and nothing is answered unencrypted. */
final class TlsIT {
    @TempDir
    Path directory;

    private static HttpClient client(Certificates certificates) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificates.keys());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private void requireOnlyTls(Certificates certificates, Transport transport) throws Exception {
        try (TestServer server = TestServer.start(directory, settings -> settings.withTransport(transport))) {
            HttpResponse<String> reply = client(certificates)
                    .send(HttpRequest.newBuilder(server.at("/v1/model")).build(), BodyHandlers.ofString());
            assertThat(server.at("/").getScheme()).isEqualTo("https");
            assertThat(reply.statusCode()).isEqualTo(200);
            assertThat(reply.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
            assertThatThrownBy(() -> plain(server.port())).isInstanceOf(IOException.class);
        }
    }

    private static Reply plain(int port) throws IOException {
        try (RawHttp http = RawHttp.connect(port)
                .write("GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")) {
            return http.read();
        }
    }

    @Tag("slow")
    @Test
    void takesAnRsaKeyFromPem() throws Exception {
        Certificates certificates = Certificates.make(directory, "RSA");
        requireOnlyTls(certificates, certificates.pem());
    }

    @Test
    void takesAnEllipticKeyFromPem() throws Exception {
        Certificates certificates = Certificates.make(directory, "EC");
        requireOnlyTls(certificates, certificates.pem());
    }

    @Test
    void takesAPkcs12Store() throws Exception {
        Certificates certificates = Certificates.make(directory, "EC");
        requireOnlyTls(certificates, certificates.pkcs12());
    }

    @Test
    void letsOtherMachinesInWithKeysAndTls() throws Exception {
        Certificates certificates = Certificates.make(directory, "EC");
        NewKey key = KeyStore.at(directory.resolve("keys.json")).add("crm", Scope.MODEL_READ);
        Transport transport = certificates.pem();
        try (TestServer server = TestServer.start(
                directory, settings -> settings.withHost("0.0.0.0").withTransport(transport))) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                    server.at("/v1/model").resolve("https://127.0.0.1:" + server.port() + "/v1/model"));
            HttpClient client = client(certificates);
            assertThat(client.send(request.build(), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(401);
            request.header("Authorization", "Bearer " + key.text());
            assertThat(client.send(request.build(), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void saysWhatIsWrongWithAKeyOrCertificate() throws Exception {
        Certificates certificates = Certificates.make(directory, "EC");
        Transport.Pem good = certificates.pem();
        Path nothing = Files.writeString(directory.resolve("nothing.pem"), "nothing\n");
        Path garbage = Files.writeString(
                directory.resolve("garbage.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        Path password = Files.writeString(directory.resolve("wrong"), "wrong\n", StandardCharsets.UTF_8);

        refused(new Transport.Pem(nothing, good.privateKey()), "bad_pem", "nothing.pem holds no usable PEM");
        refused(new Transport.Pem(good.certificates(), nothing), "bad_pem", "expected a private key (PKCS #8");
        refused(new Transport.Pem(good.certificates(), garbage), "bad_pem", "expected a private key of one of RSA, EC");
        refused(new Transport.Pem(directory.resolve("gone"), good.privateKey()), "no_such_file", "gone");
        refused(
                new Transport.Pkcs12(certificates.pkcs12().store(), password),
                "bad_key_store",
                "cannot be opened with the password in");
    }

    @Test
    void refusesAKeyThatIsNotTheCertificates() throws Exception {
        Transport.Pem elliptic = Certificates.make(directory, "EC").pem();
        Path other = Files.createDirectory(directory.resolve("other"));
        Transport.Pem otherElliptic = Certificates.make(other, "EC").pem();
        Path third = Files.createDirectory(directory.resolve("third"));
        Transport.Pem rsa = Certificates.make(third, "RSA").pem();

        for (Path key : new Path[] {otherElliptic.privateKey(), rsa.privateKey()}) {
            refused(
                    new Transport.Pem(elliptic.certificates(), key),
                    "bad_certificate",
                    "the private key in " + key + " is not that of the first certificate in "
                            + elliptic.certificates());
        }
    }

    @Test
    void refusesAStoreWithoutAKey() throws Exception {
        Certificates certificates = Certificates.make(directory, "EC");
        refused(certificates.withoutKey(), "bad_key_store", "onlyCertificate.p12 holds no private key; expected");
    }

    private void refused(Transport transport, String code, String part) {
        ServerSettings settings = TestServer.settings(directory).withTransport(transport);
        assertThatThrownBy(() -> HoldfastServer.start(settings))
                .isInstanceOfSatisfying(
                        InputException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(part);
    }
}
