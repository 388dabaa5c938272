package io.holdfast.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.serving.keys.KeyStore;
import io.holdfast.serving.keys.NewKey;
import io.holdfast.serving.keys.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One line per request, with nothing in it that a client could have put there. */
final class AccessLogIT {
    @TempDir
    Path directory;

    /** A line is written when the reply is through, so perhaps a moment after the client has it. */
    private static String line(TestServer server, int number) throws InterruptedException {
        for (int wait = 0; wait < 400 && server.log().size() < number; wait++) {
            Thread.sleep(5);
        }
        assertThat(server.log()).hasSize(number);
        return server.log().get(number - 1);
    }

    @Test
    void namesRouteStatusSizeTimeRequestAndKey() throws InterruptedException {
        NewKey key = KeyStore.at(directory.resolve("keys.json")).add("crm", Scope.SCORE_READ);
        try (TestServer server = TestServer.start(directory)) {
            Reply reply = server.score(
                    Customers.request(Customers.safe("A")),
                    "Authorization",
                    "Bearer " + key.text(),
                    "X-Request-Id",
                    "crm-17");

            assertThat(line(server, 1))
                    .matches("POST /v1/scores 200 " + reply.header("Content-Length") + "B \\d+\\.\\d\\dms crm-17 "
                            + key.key().id());
        }
    }

    @Test
    void holdsNoCustomerNoQueryAndNoPathOfTheClients() throws InterruptedException, IOException {
        try (TestServer server = TestServer.start(directory)) {
            List<String> targets = List.of("/v1/model?customer=s3cret", "/s3cret", "/v1/s3cret/%0aINFO");
            for (int i = 0; i < targets.size(); i++) {
                server.get(targets.get(i), "User-Agent", "s3cret");
                assertThat(line(server, i + 1)).doesNotContain("s3cret", "INFO");
            }
            assertThat(server.log().get(0)).startsWith("GET /v1/model 200 ");
            assertThat(server.log().get(1)).startsWith("GET - 404 ");

            server.score(Customers.request(Customers.safe("s3cret")));
            assertThat(line(server, 4)).startsWith("POST /v1/scores 200 ").doesNotContain("s3cret");
            try (RawHttp http = RawHttp.connect(server.port()).write("S3CRET / HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
                assertThat(http.read().status()).isEqualTo(404);
            }
            assertThat(line(server, 5)).startsWith("- - 404 ");
        }
    }
}
