package io.holdfast.serving.http;

import io.holdfast.serving.keys.KeyStore;
import io.holdfast.serving.snapshot.SnapshotFile;
import io.holdfast.serving.store.StoreLocation;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a server serves, where, and to whom.
 *
 * @param bundle the model bundle, a directory or zip
 * @param store where plans and work are kept; without one there are none
 * @param playbook care by this file rather than by the bundle's
 * @param snapshot customers to be found by their id alone
 * @param host name or address to listen on; beyond this machine only with keys and TLS
 * @param port 1 to 65535; 0 takes any free one
 * @param transport how bytes travel
 * @param keys whether API keys are asked for, and where they are
 * @param limits what one server gives
 */
public record ServerSettings(
        Path bundle,
        Optional<StoreLocation> store,
        Optional<Path> playbook,
        Optional<SnapshotFile> snapshot,
        String host,
        int port,
        Transport transport,
        KeyPolicy keys,
        ServerLimits limits) {
    /** Where a server listens unless somebody says otherwise: on this machine only. */
    public static final String DEFAULT_HOST = "127.0.0.1";

    /** The port unless somebody says otherwise. */
    public static final int DEFAULT_PORT = 8080;

    private static final int LARGEST_PORT = 65_535;

    /** Checks the ranges; what needs a look at the machine is checked at start. */
    public ServerSettings {
        if (host.isBlank()) {
            throw new IllegalArgumentException("host: '" + host + "' (expected: a name or address)");
        }
        if (port < 0 || port > LARGEST_PORT) {
            throw new IllegalArgumentException("port: " + port + " (expected: 0 to " + LARGEST_PORT + ")");
        }
    }

    /** A bundle for this machine only: loopback, unencrypted, the default port and key file. */
    public static ServerSettings of(Path bundle) {
        return new ServerSettings(
                bundle,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                DEFAULT_HOST,
                DEFAULT_PORT,
                new Transport.Plain(),
                new KeyPolicy.WhereFileExists(KeyStore.defaultFile()),
                ServerLimits.defaults());
    }

    /** The same with a store. */
    public ServerSettings withStore(StoreLocation where) {
        return new ServerSettings(bundle, Optional.of(where), playbook, snapshot, host, port, transport, keys, limits);
    }

    /** The same with care by another playbook. */
    public ServerSettings withPlaybook(Path file) {
        return new ServerSettings(bundle, store, Optional.of(file), snapshot, host, port, transport, keys, limits);
    }

    /** The same with customers to be found by their id. */
    public ServerSettings withSnapshot(SnapshotFile file) {
        return new ServerSettings(bundle, store, playbook, Optional.of(file), host, port, transport, keys, limits);
    }

    /** The same on another host. */
    public ServerSettings withHost(String name) {
        return new ServerSettings(bundle, store, playbook, snapshot, name, port, transport, keys, limits);
    }

    /** The same on another port; 0 takes any free one. */
    public ServerSettings withPort(int number) {
        return new ServerSettings(bundle, store, playbook, snapshot, host, number, transport, keys, limits);
    }

    /** The same over another transport. */
    public ServerSettings withTransport(Transport way) {
        return new ServerSettings(bundle, store, playbook, snapshot, host, port, way, keys, limits);
    }

    /** The same with another policy of keys. */
    public ServerSettings withKeys(KeyPolicy policy) {
        return new ServerSettings(bundle, store, playbook, snapshot, host, port, transport, policy, limits);
    }

    /** The same with other limits. */
    public ServerSettings withLimits(ServerLimits other) {
        return new ServerSettings(bundle, store, playbook, snapshot, host, port, transport, keys, other);
    }
}
