package io.holdfast.serving.http;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.serving.store.Store;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server. */
public final class HoldfastServer implements AutoCloseable {
    /** The code of the refusal to serve other machines unencrypted. */
    public static final String TLS_REQUIRED = "tls_required";

    private static final Logger LOG = LoggerFactory.getLogger(HoldfastServer.class);

    private final Javalin javalin;
    private final ListenAddress address;
    private final boolean tls;
    private final HealthRoutes health;
    private final Routes routes;
    private final StoreAccess access;
    private final AccessLog log;
    private final List<String> warnings;

    private HoldfastServer(
            Javalin javalin,
            ListenAddress address,
            boolean tls,
            HealthRoutes health,
            Routes routes,
            StoreAccess access,
            AccessLog log,
            List<String> warnings) {
        this.javalin = javalin;
        this.address = address;
        this.tls = tls;
        this.health = health;
        this.routes = routes;
        this.access = access;
        this.log = log;
        this.warnings = warnings;
    }

    /**
     * Starts a server: first everything is loaded and checked, then the port opens.
     *
     * @throws InputException when bundle, playbook, keys, certificates, store, host or port cannot be used as they are
     */
    public static HoldfastServer start(ServerSettings settings) {
        return start(settings, Clock.systemUTC());
    }

    /**
     * Starts a server.
     *
     * @param clock tells today and whether keys have expired
     */
    public static HoldfastServer start(ServerSettings settings, Clock clock) {
        return start(settings, clock, AccessLog.toLogger());
    }

    /**
     * Starts a server that writes a line for each request to a stream instead of the logger, which costs a quarter as much.
     *
     * @param clock tells today and whether keys have expired
     * @param accessLog takes whole lines in UTF-8, many at once; is not closed. Where the logger {@code io.holdfast.access} is off, none come
     */
    public static HoldfastServer start(ServerSettings settings, Clock clock, OutputStream accessLog) {
        return start(settings, clock, AccessLog.to(accessLog));
    }

    /** @param log ended with the server, also where none starts */
    static HoldfastServer start(ServerSettings settings, Clock clock, AccessLog log) {
        try {
            return loadAndStart(settings, clock, log);
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
    }

    private static HoldfastServer loadAndStart(ServerSettings settings, Clock clock, AccessLog log) {
        ListenAddress address = ListenAddress.of(settings.host());
        KeyCheck check = KeyCheck.of(settings.keys(), address.reachable(settings));
        Optional<TlsKeys> tls = TlsKeys.of(settings.transport());
        ServedModel served = ServedModel.load(settings, clock);
        StoreAccess access = new StoreAccess(settings.store().map(Store::open));
        try {
            return start(settings, clock, log, address, check, tls, served, access);
        } catch (RuntimeException e) {
            access.store().ifPresent(Store::close);
            throw e;
        }
    }

    private static HoldfastServer start(
            ServerSettings settings,
            Clock clock,
            AccessLog log,
            ListenAddress address,
            KeyCheck check,
            Optional<TlsKeys> tls,
            ServedModel served,
            StoreAccess access) {
        HealthRoutes health = new HealthRoutes(access);
        Routes routes = Routes.of(
                new ScoreRoutes(served, access, clock),
                new SnapshotRoutes(served),
                new ModelRoutes(served),
                health,
                new ContractRoute(),
                new StoreRoutes(access, served.language(), clock, served.plans(), served.reasons(), served.actions()));
        ProblemWriter problems = new ProblemWriter(served.language());
        Guard guard = new Guard(routes, check, clock, settings.host(), problems);
        ServerSocketChannel channel = address.open(settings);
        try {
            InFlight inFlight = new InFlight(settings.limits().idleTime());
            Javalin javalin = Javalin.create(config -> {
                configure(config, settings.limits(), new Router(routes, problems), problems);
                config.jetty.modifyServer(
                        server -> HandlerStack.configure(server, settings.limits(), guard, inFlight, problems, log));
                config.jetty.addConnector(
                        (server, http) -> Connectors.of(server, http, tls, channel, settings.limits(), inFlight));
            });
            javalin.start();
            return new HoldfastServer(
                    javalin, address, tls.isPresent(), health, routes, access, log, served.warnings());
        } catch (RuntimeException e) {
            close(channel);
            throw e;
        }
    }

    private static void close(ServerSocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("The port was given back already", e);
        }
    }

    /**
     * Checks what can be checked without a bundle: keys, certificates, and that the port is free now.
     *
     * @throws InputException when a server with these settings could not start
     */
    public static void requireStartable(ServerSettings settings) {
        ListenAddress address = ListenAddress.of(settings.host());
        KeyCheck.of(settings.keys(), address.reachable(settings));
        TlsKeys.of(settings.transport());
        close(address.open(settings));
    }

    private static void configure(JavalinConfig config, ServerLimits limits, Router router, ProblemWriter problems) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.maxRequestSize = limits.bodyBytes();
        config.router.ignoreTrailingSlashes = false;
        config.router.javaLangErrorHandler(Router::writeError);
        config.jetty.threadPool = HandlerStack.threads(limits);
        config.jetty.modifyHttpConfiguration(Connectors::configure);
        config.jetty.modifyServletContextHandler(
                context -> context.setErrorHandler(new ProblemErrorHandler(problems, limits)));
        router.register(config.routes);
    }

    /** What is odd in the playbook that it serves by, as {@link io.holdfast.care.playbook.Playbook#warnings()} says it. */
    public List<String> warnings() {
        return warnings;
    }

    /** The port on which the server listens. */
    public int port() {
        return javalin.port();
    }

    /** The address by which this machine reaches the server, without a path. */
    public URI address() {
        String literal = address.literal();
        String host = literal.contains(":") ? "[" + literal + "]" : literal;
        return URI.create((tls ? "https" : "http") + "://" + host + ":" + port());
    }

    /** The store, if the server keeps one. */
    Optional<Store> store() {
        return access.store();
    }

    /** The routes as they were meant. */
    Routes routes() {
        return routes;
    }

    /** The routes as the web framework knows them: method, space, path. */
    List<String> registered() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint.method.name() + " " + handler.endpoint.path)
                .toList();
    }

    /** Stops: takes no new requests, finishes those in flight within the limits' time. */
    public void stop() {
        health.stopping();
        try {
            javalin.jettyServer().server().stop();
        } catch (TimeoutException e) {
            LOG.warn("Stopped with requests still in flight: they took longer than allowed for");
        } catch (Exception e) {
            throw new IllegalStateException("the server cannot be stopped", e);
        } finally {
            log.close();
            access.store().ifPresent(Store::close);
        }
    }

    /** The same as {@link #stop()}. */
    @Override
    public void close() {
        stop();
    }
}
