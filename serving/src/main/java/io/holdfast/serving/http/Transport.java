package io.holdfast.serving.http;

import java.nio.file.Path;

/** How bytes travel between client and server. */
public sealed interface Transport {
    /** Unencrypted; only between programs of one machine. */
    record Plain() implements Transport {}

    /** Unencrypted, because a proxy in front speaks TLS with the clients. Whoever says so vouches that nobody can pass by the proxy. */
    record BehindTlsProxy() implements Transport {}

    /**
     * TLS by this server, with PEM files.
     *
     * @param certificates the server's certificate and those that lead to a known authority
     * @param privateKey its key: PKCS #8, not encrypted
     */
    record Pem(Path certificates, Path privateKey) implements Transport {}

    /**
     * TLS by this server, with a PKCS #12 store.
     *
     * @param store the file with the server's key and certificates
     * @param passwordFile a file whose first line opens it
     */
    record Pkcs12(Path store, Path passwordFile) implements Transport {}
}
