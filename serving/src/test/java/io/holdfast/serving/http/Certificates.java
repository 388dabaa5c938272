package io.holdfast.serving.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/** A key and certificate for this machine, made when a test needs them, since a committed key is a found key. */
final class Certificates {
    private static final String PASSWORD = "for-tests";

    private final Path store;

    private Certificates(Path store) {
        this.store = store;
    }

    /** @param algorithm {@code RSA} or {@code EC} */
    static Certificates make(Path directory, String algorithm) throws IOException, InterruptedException {
        Path store = directory.resolve("server-" + algorithm + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-J-XX:TieredStopAtLevel=1",
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        algorithm,
                        "-validity",
                        "2",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1,dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.log").toFile())
                .start();
        if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IOException(Files.readString(directory.resolve("keytool.log")));
        }
        return new Certificates(store);
    }

    Transport.Pkcs12 pkcs12() throws IOException {
        return new Transport.Pkcs12(store, Files.writeString(store.resolveSibling("password"), PASSWORD + "\n"));
    }

    Transport.Pem pem() throws IOException, GeneralSecurityException {
        KeyStore keys = keys();
        return new Transport.Pem(
                pem("server.crt", "CERTIFICATE", keys.getCertificate("server").getEncoded()),
                pem(
                        "server.key",
                        "PRIVATE KEY",
                        keys.getKey("server", PASSWORD.toCharArray()).getEncoded()));
    }

    /** A store with a certificate, as clients have, but no key. */
    Transport.Pkcs12 withoutKey() throws IOException, GeneralSecurityException {
        KeyStore bare = KeyStore.getInstance("PKCS12");
        bare.load(null, PASSWORD.toCharArray());
        bare.setCertificateEntry("server", keys().getCertificate("server"));
        Path file = store.resolveSibling("onlyCertificate.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            bare.store(out, PASSWORD.toCharArray());
        }
        return new Transport.Pkcs12(file, pkcs12().passwordFile());
    }

    /** What a client trusts. */
    KeyStore keys() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyStore copy = KeyStore.getInstance("PKCS12");
        copy.load(null, PASSWORD.toCharArray());
        copy.setKeyEntry(
                "server",
                keys.getKey("server", PASSWORD.toCharArray()),
                PASSWORD.toCharArray(),
                keys.getCertificateChain("server"));
        copy.setCertificateEntry("trusted", keys.getCertificate("server"));
        return copy;
    }

    private Path pem(String name, String what, byte[] content) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(
                store.resolveSibling(name), "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n");
    }
}
