package io.holdfast.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Code and contract know the same routes, and every route says who may call it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RoutesIT {
    private static final Pattern DOCUMENTED = Pattern.compile("\\| (`[A-Z]+ /[^|]*`) \\| ([^|]+) \\|.*");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private TestServer server;

    @BeforeAll
    void start(@TempDir Path directory) {
        server = TestServer.start(directory);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static List<String> described() {
        List<String> described = new ArrayList<>();
        OpenApi.contract()
                .document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return described;
    }

    @Test
    void areTheSameInCodeAndContract() {
        List<String> meant = server.server().routes().all().stream()
                .map(route -> route.method().name() + " " + route.path())
                .toList();

        assertThat(described()).containsExactlyInAnyOrderElementsOf(meant);
        assertThat(server.server().registered().stream()
                        .filter(route -> !route.startsWith("HEAD "))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(meant);
    }

    @Test
    void needTheSameScopeInCodeAndContract() {
        for (Route route : server.server().routes().all()) {
            JsonNode operation = OpenApi.contract()
                    .document()
                    .path("paths")
                    .path(route.path())
                    .path(route.method().name().toLowerCase(Locale.ROOT));
            if (route.access() instanceof Access.Holders holders) {
                assertThat(operation.path("x-required-scope").asText())
                        .as(route.path())
                        .isEqualTo(holders.scope().code());
                assertThat(operation.has("security")).as(route.path()).isFalse();
            } else {
                assertThat(operation.path("security").toString())
                        .as(route.path())
                        .isEqualTo("[]");
            }
        }
    }

    /** The table says {@code :release} for what differs from the route before it at its end alone. */
    @Test
    void standInTheDocumentationWithTheirScope() throws IOException {
        Map<String, String> documented = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("..", "docs", "http-api.md"))) {
            Matcher row = DOCUMENTED.matcher(line);
            if (row.matches()) {
                String last = "";
                Matcher each = CODE.matcher(row.group(1));
                while (each.find()) {
                    String route = each.group(1);
                    if (route.startsWith(":")) {
                        route = last.substring(0, last.lastIndexOf(':')) + route;
                    } else if (route.startsWith("/")) {
                        route = last.substring(0, last.indexOf(' ') + 1) + route;
                    }
                    last = route;
                    documented.put(route, row.group(2));
                }
            }
        }

        Map<String, String> meant = new TreeMap<>();
        for (Route route : server.server().routes().all()) {
            meant.put(
                    route.method().name() + " " + route.path(),
                    route.access() instanceof Access.Holders holders
                            ? "`" + holders.scope().code() + "`"
                            : "none");
        }
        assertThat(documented).isEqualTo(meant);
    }

    @Test
    void arePublicOnlyForHealthAndContract() {
        List<String> everybody = server.server().routes().all().stream()
                .filter(route -> route.access() instanceof Access.Everybody)
                .map(Route::path)
                .toList();

        assertThat(everybody).containsExactlyInAnyOrder("/health/live", "/health/ready", "/openapi.yaml");
    }

    @Test
    void refuseOtherMethodsAndNameTheirOwn() {
        Set<String> tried = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "QUERY", "FOO");
        for (Route route : server.server().routes().all()) {
            String path = route.path().replace("{outcomeId}", "o-1");
            for (String method : tried) {
                if (!method.equals(route.method().name())) {
                    Reply reply = server.send(method, path, BodyPublishers.ofString("{}"));
                    assertThat(reply.status()).as("%s %s", method, path).isEqualTo(405);
                    assertThat(reply.code()).isEqualTo("method_not_allowed");
                    assertThat(reply.header("Allow")).contains(route.method().name(), "OPTIONS");
                }
            }
            Reply options = server.send("OPTIONS", path, BodyPublishers.noBody());
            assertThat(options.status()).isEqualTo(204);
            assertThat(options.header("Allow")).contains(route.method().name());
            assertThat(options.headers()).doesNotContainKey("access-control-allow-origin");
        }
    }

    /** The next request is found where the body of the one before ends, wherever that one went. */
    @Test
    void keepAConnectionInStepWhoseBodyNobodyWants() throws Exception {
        for (String head : List.of("POST /v1/model", "GET /v1/model", "POST /v1/nothing", "PUT /v1/scores")) {
            try (RawHttp http = RawHttp.connect(server.port())) {
                for (int round = 0; round < 2; round++) {
                    http.write(head + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 20\r\n\r\n0123456789");
                    http.write("0123456789");
                    assertThat(http.read().status()).as(head).isIn(200, 404, 405);
                }
            }
        }
    }

    @Test
    void areAllThatThereIs() {
        for (String path : List.of(
                "/", "/v1", "/v1/", "/v1/scores/", "/V1/model", "/v1/model/x", "/openapi.json", "/favicon.ico")) {
            Reply reply = server.get(path);
            assertThat(reply.status()).as(path).isEqualTo(404);
            assertThat(reply.code()).isEqualTo("not_found");
            assertThat(reply.text()).doesNotContain(path + "\"");
        }
        assertThat(server.send("OPTIONS", "/nowhere", BodyPublishers.noBody()).status())
                .isEqualTo(404);
    }
}
