package io.holdfast.serving.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ServerSocketChannel;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Makes the one door of the server: HTTP/1.1, over TLS or plain, never both. */
final class Connectors {
    private static final String HTTP = "http/1.1";

    private Connectors() {}

    static void configure(HttpConfiguration http) {
        http.setUriCompliance(UriCompliance.DEFAULT);
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        // A connection's cache of header lines compares them without regard to case: after a valid API key it would
        // take
        // the same key in other letters for it, and a language or content type for one spelt otherwise.
        http.setHeaderCacheSize(0);
    }

    /**
     * @param keys of TLS; empty for none
     * @param channel that already listens
     * @param inFlight what is to outlast a shutdown
     */
    static ServerConnector of(
            Server server,
            HttpConfiguration http,
            Optional<TlsKeys> keys,
            ServerSocketChannel channel,
            ServerLimits limits,
            InFlight inFlight) {
        ConnectionFactory[] protocols =
                keys.map(k -> tls(http, k)).orElseGet(() -> new ConnectionFactory[] {new HttpConnectionFactory(http)});
        ServerConnector connector = new ServerConnector(server, protocols) {
            @Override
            public CompletableFuture<Void> shutdown() {
                CompletableFuture<Void> done = super.shutdown();
                inFlight.hurryOthers(getConnectedEndPoints());
                return done;
            }
        };
        connector.setIdleTimeout(limits.idleTime().toMillis());
        connector.setShutdownIdleTimeout(connector.getIdleTimeout()); // inFlight shortens it where that is right
        try {
            connector.open(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return connector;
    }

    private static ConnectionFactory[] tls(HttpConfiguration http, TlsKeys keys) {
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setKeyStore(keys.store());
        context.setKeyStorePassword(keys.password());
        context.setKeyManagerPassword(keys.password());
        context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        // Clients check the certificate against the name they asked for; a server for all names has nothing to add.
        http.addCustomizer(new SecureRequestCustomizer(false));
        return new ConnectionFactory[] {new SslConnectionFactory(context, HTTP), new HttpConnectionFactory(http)};
    }
}
