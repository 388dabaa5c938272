package io.holdfast.serving.http;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.file.InputFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The server's key and certificates in memory.
 *
 * @param store holds them
 * @param password opens the store and its key
 */
record TlsKeys(KeyStore store, String password) {
    private static final int LARGEST_FILE = 1 << 20;
    private static final String IN_MEMORY = "in-memory";
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");
    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    /**
     * What a server needs for its transport; empty where it does not speak TLS itself.
     *
     * @throws InputException when a file cannot be read or does not hold what it should
     */
    static Optional<TlsKeys> of(Transport transport) {
        if (transport instanceof Transport.Pem pem) {
            return Optional.of(read(pem));
        }
        return transport instanceof Transport.Pkcs12 pkcs12 ? Optional.of(read(pkcs12)) : Optional.empty();
    }

    private static TlsKeys read(Transport.Pem files) {
        Certificate[] chain = certificates(files.certificates());
        PrivateKey key = privateKey(files.privateKey());
        if (!KeyMatch.fits(key, chain[0].getPublicKey())) {
            throw new InputException(
                    "bad_certificate",
                    "the private key in " + files.privateKey() + " is not that of the first certificate in "
                            + files.certificates() + "; expected the server's own certificate first, and its key");
        }
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, IN_MEMORY.toCharArray());
            store.setKeyEntry("server", key, IN_MEMORY.toCharArray(), chain);
            return new TlsKeys(store, IN_MEMORY);
        } catch (GeneralSecurityException | IOException e) {
            throw new InputException(
                    "bad_certificate",
                    files.certificates() + " and " + files.privateKey() + " do not go together: " + e.getMessage(),
                    e);
        }
    }

    private static TlsKeys read(Transport.Pkcs12 files) {
        String password = new String(InputFile.bytes(files.passwordFile(), LARGEST_FILE), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("");
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(InputFile.bytes(files.store(), LARGEST_FILE)), password.toCharArray());
            requireKey(files.store(), store, password);
            return new TlsKeys(store, password);
        } catch (GeneralSecurityException | IOException e) {
            throw new InputException(
                    "bad_key_store",
                    files.store() + " cannot be opened with the password in " + files.passwordFile()
                            + "; expected a PKCS #12 store and its password on the first line",
                    e);
        }
    }

    private static void requireKey(Path file, KeyStore store, String password) throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, password.toCharArray()) instanceof PrivateKey key) {
                if (!KeyMatch.fits(key, store.getCertificate(alias).getPublicKey())) {
                    throw new InputException(
                            "bad_key_store",
                            file
                                    + " holds a private key that is not that of its certificate; expected the two together");
                }
                return;
            }
        }
        throw new InputException(
                "bad_key_store", file + " holds no private key; expected the server's key with its certificates");
    }

    private static Certificate[] certificates(Path file) {
        try {
            Certificate[] chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(InputFile.bytes(file, LARGEST_FILE)))
                    .toArray(new Certificate[0]);
            if (chain.length == 0) {
                throw notPem(file, "certificates", null);
            }
            return chain;
        } catch (GeneralSecurityException e) {
            throw notPem(file, "certificates", e);
        }
    }

    private static PrivateKey privateKey(Path file) {
        Matcher pem = PKCS8.matcher(new String(InputFile.bytes(file, LARGEST_FILE), StandardCharsets.ISO_8859_1));
        if (!pem.find()) {
            throw notPem(file, "a private key (PKCS #8, not encrypted: BEGIN PRIVATE KEY)", null);
        }
        try {
            PKCS8EncodedKeySpec key =
                    new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1)));
            for (String algorithm : ALGORITHMS) {
                try {
                    return KeyFactory.getInstance(algorithm).generatePrivate(key);
                } catch (InvalidKeySpecException e) {
                    // Not of this algorithm: the bytes say so themselves, there is no other way to ask.
                }
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw notPem(file, "a private key", e);
        }
        throw notPem(file, "a private key of one of " + String.join(", ", ALGORITHMS), null);
    }

    private static InputException notPem(
            Path file, String expected, @org.jspecify.annotations.Nullable Exception cause) {
        String message = file + " holds no usable PEM; expected " + expected;
        return cause == null ? new InputException("bad_pem", message) : new InputException("bad_pem", message, cause);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "TlsKeys";
    }
}
