package io.holdfast.serving.http;

import io.holdfast.scoring.bundle.BundleWriter;
import io.holdfast.scoring.fixture.TinyBundles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A real server with the tiny bundle on a free port, and a client that holds every reply against the contract. */
final class TestServer implements AutoCloseable {
    /** Noon of the day as of which the tiny customers are scored. */
    static final Instant NOW = TinyBundles.AS_OF.atTime(12, 0).toInstant(ZoneOffset.UTC);

    private final HoldfastServer server;
    private final List<String> log;
    private final HttpClient client = HttpClient.newHttpClient();

    private TestServer(HoldfastServer server, List<String> log) {
        this.server = server;
        this.log = log;
    }

    static TestServer start(Path directory) {
        return start(directory, settings -> settings);
    }

    static TestServer start(Path directory, UnaryOperator<ServerSettings> change) {
        return start(change.apply(settings(directory)), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static TestServer start(ServerSettings settings, Clock clock) {
        List<String> log = new CopyOnWriteArrayList<>();
        return new TestServer(HoldfastServer.start(settings, clock, new AccessLog(log::add)), log);
    }

    /** The tiny bundle, written if need be, on any port, with a key file that does not exist yet. */
    static ServerSettings settings(Path directory) {
        Path bundle = directory.resolve("tiny.bundle");
        if (Files.notExists(bundle)) {
            byte[] playbook = Playbooks.SMALL.getBytes(StandardCharsets.UTF_8);
            BundleWriter.write(TinyBundles.content(Map.of("playbook.yaml", playbook)), bundle, false);
        }
        return ServerSettings.of(bundle)
                .withPort(0)
                .withKeys(new KeyPolicy.WhereFileExists(directory.resolve("keys.json")));
    }

    HoldfastServer server() {
        return server;
    }

    /** The lines of the access log so far. */
    List<String> log() {
        return log;
    }

    int port() {
        return server.port();
    }

    URI at(String path) {
        return server.address().resolve(path);
    }

    Reply get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    /** Posts JSON to be scored. */
    Reply score(String body, String... headers) {
        return score(body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Reply score(byte[] body, String... headers) {
        HttpRequest.Builder request = request("/v1/scores", headers);
        if (request.build().headers().firstValue("Content-Type").isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return send(request.POST(BodyPublishers.ofByteArray(body)).build());
    }

    /** Posts JSON to a route. */
    Reply post(String path, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    Reply put(String path, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build());
    }

    Reply send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        return send(request(path, headers).method(method, body).build());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private Reply send(HttpRequest request) {
        try {
            Reply reply = Reply.of(client.send(request, BodyHandlers.ofByteArray()));
            if (!reply.text().isEmpty()) {
                OpenApi.contract()
                        .requireDescribed(request.method(), request.uri().getPath(), reply);
            }
            return reply;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
