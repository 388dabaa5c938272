package io.holdfast.serving.http;

import io.holdfast.scoring.fault.InputException;
import java.io.IOException;
import org.eclipse.jetty.http.UriCompliance;
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

    static ServerConnector of(Server server, HttpConfiguration http, ListenAddress address, ServerSettings settings) {
        ServerConnector connector;
        if (settings.transport() instanceof Transport.Pem pem) {
            connector = tls(server, http, TlsKeys.read(pem));
        } else if (settings.transport() instanceof Transport.Pkcs12 pkcs12) {
            connector = tls(server, http, TlsKeys.read(pkcs12));
        } else {
            connector = new ServerConnector(server, new HttpConnectionFactory(http));
        }
        connector.setHost(address.literal());
        connector.setPort(settings.port());
        connector.setIdleTimeout(settings.limits().idleTime().toMillis());
        return open(connector, settings);
    }

    /** Opened here and not at start, where the framework would log the failure at length. */
    private static ServerConnector open(ServerConnector connector, ServerSettings settings) {
        try {
            connector.open();
            return connector;
        } catch (IOException e) {
            throw new InputException(
                    "port_unavailable",
                    "cannot listen on " + settings.host() + " port " + settings.port()
                            + ": it is taken or not allowed; expected a free port",
                    e);
        }
    }

    private static ServerConnector tls(Server server, HttpConfiguration http, TlsKeys keys) {
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setKeyStore(keys.store());
        context.setKeyStorePassword(keys.password());
        context.setKeyManagerPassword(keys.password());
        context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        // Clients check the certificate against the name they asked for; a server for all names has nothing to add.
        http.addCustomizer(new SecureRequestCustomizer(false));
        return new ServerConnector(server, new SslConnectionFactory(context, HTTP), new HttpConnectionFactory(http));
    }
}
