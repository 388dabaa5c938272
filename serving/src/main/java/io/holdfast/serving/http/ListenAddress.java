package io.holdfast.serving.http;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.serving.keys.KeyStore;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where the server listens, looked up once, so that what was checked is what is opened.
 *
 * @param address what the host's name stands for
 */
record ListenAddress(InetAddress address) {
    /** @throws InputException when there is no such host */
    static ListenAddress of(String host) {
        try {
            return new ListenAddress(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            throw new InputException(
                    "unknown_host",
                    "no host is called " + Excerpt.of(host) + "; expected a name or address of this machine",
                    e);
        }
    }

    boolean isThisMachineOnly() {
        return address.isLoopbackAddress();
    }

    String literal() {
        return address.getHostAddress();
    }

    /** @throws InputException when others could reach the server and either listen in or get in without a key */
    void requireSafe(ServerSettings settings, KeyStore keys) {
        if (isThisMachineOnly()) {
            return;
        }
        if (settings.transport() instanceof Transport.Plain) {
            throw new InputException(
                    "tls_required",
                    "host " + Excerpt.of(settings.host()) + " can be reached from other machines; expected a TLS"
                            + " certificate, or a proxy in front that speaks TLS (behindTlsProxy)");
        }
        if (keys.read().isEmpty()) {
            throw new InputException(
                    "keys_required",
                    "host " + Excerpt.of(settings.host()) + " can be reached from other machines, but " + keys.file()
                            + " holds no API key; expected at least one ('holdfast keys add')");
        }
    }
}
