package io.holdfast.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.scoring.bundle.BundleWriter;
import io.holdfast.scoring.bundle.Sha256;
import io.holdfast.scoring.fixture.TinyBundles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Care is by the playbook given, else by the bundle's, else there is none. */
final class PlaybookIT {
    @TempDir
    Path directory;

    @Test
    void isTheOneGivenRatherThanTheBundles() throws IOException {
        Path given = Files.writeString(directory.resolve("half.yaml"), Playbooks.HALF_HELD_OUT);
        String[] customers = new String[60];
        for (int i = 0; i < customers.length; i++) {
            customers[i] = Customers.risky("C-" + i);
        }
        try (TestServer server = TestServer.start(directory, settings -> settings.withPlaybook(given))) {
            List<String> statuses = new ArrayList<>();
            for (JsonNode result :
                    server.score(Customers.request(customers)).json().path("results")) {
                JsonNode care = result.path("care");
                statuses.add(care.path("status").textValue());
                assertThat(care.path("action").textValue()).isEqualTo("bill-review");
                assertThat(care.path("text").textValue().isEmpty())
                        .isEqualTo(care.path("status").textValue().equals("withheld"));
            }
            assertThat(statuses).contains("recommended", "withheld").containsOnly("recommended", "withheld");
            assertThat(server.get("/v1/model").json().path("playbookDigest").textValue())
                    .isEqualTo(Sha256.hex(Playbooks.HALF_HELD_OUT.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void mayBeMissing() {
        Path bare = directory.resolve("bare.bundle");
        BundleWriter.write(TinyBundles.content(), bare, false);
        try (TestServer server = TestServer.start(
                directory, settings -> ServerSettings.of(bare).withPort(0).withKeys(settings.keys()))) {
            assertThat(server.score(Customers.request(Customers.risky("A")))
                            .result(0)
                            .path("care")
                            .path("status")
                            .textValue())
                    .isEqualTo("none");
            assertThat(server.get("/v1/model").json().path("playbookDigest").isNull())
                    .isTrue();
        }
    }

    @Test
    void isServedThoughAnActionOfItIsNeverGiven() throws IOException {
        Path odd = Files.writeString(directory.resolve("odd.yaml"), """
                format: 2
                name: odd
                contactThreshold: 0.1
                holdOut: {salt: odd, share: 0}
                margin: {perValue: 6, months: 12}
                actions:
                  - code: sorry
                    events: [complaint]
                    channel: phone
                    priceAffecting: false
                    effect: {change: -0.3, deviation: 0.1}
                    text: {en: Say sorry., zh-CN: 致歉。}
                """);
        try (TestServer server = TestServer.start(directory, settings -> settings.withPlaybook(odd))) {
            assertThat(server.server().warnings())
                    .singleElement()
                    .satisfies(warning -> assertThat(warning)
                            .startsWith(odd + " line 8: action 'sorry' is triggered by 'complaint' alone"));
        }
        try (TestServer server = TestServer.start(directory)) {
            assertThat(server.server().warnings()).isEmpty();
        }
    }
}
