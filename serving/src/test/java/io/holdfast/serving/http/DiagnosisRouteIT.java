package io.holdfast.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.serving.store.OutcomesOf;
import io.holdfast.serving.store.PlansOf;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why customers leave, over HTTP. */
final class DiagnosisRouteIT {
    @TempDir
    Path directory;

    private TestServer server;
    private Store store;

    @BeforeEach
    void start() {
        server = TestServer.start(
                TestServer.settings(directory).withStore(TestDatabase.sqlite(directory)),
                Clock.fixed(PlansOf.NOW.plus(Duration.ofDays(20)), ZoneOffset.UTC));
        store = server.server().store().orElseThrow();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void keep() {
        store.plans()
                .keep(
                        PlansOf.plan("plan-1", PlansOf.planned("d-1", "A"), PlansOf.planned("d-2", "B")),
                        PlansOf.WRITING);
        store.outcomes().addAll(List.of(OutcomesOf.left("o-1", "B", PlansOf.NOW.plusSeconds(9))), PlansOf.WRITING);
    }

    @Test
    void isAnsweredForTheLatestMonthThatHasEnded() {
        keep();

        Reply reply = server.get("/v1/diagnosis?interviews=1&seed=7", "Accept-Language", "zh-CN");

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.header("Content-Language")).isEqualTo("zh-CN");
        assertThat(reply.json().path("month").textValue()).isEqualTo("2026-01");
        for (String small : List.of(
                "/customers",
                "/cover/customers",
                "/groups/0/of",
                "/groups/0/reasons/model/0/of",
                "/months/0/customers",
                "/interviews/0/of")) {
            assertThat(reply.json().at(small).isNull()).as(small).isTrue();
        }
        assertThat(reply.json().at("/cover/comparable").booleanValue()).isFalse();
        assertThat(reply.json().at("/groups/0/name").textValue()).isEqualTo("动摇");
        assertThat(reply.json().at("/groups/0/customers").isNull())
                .as("one is not shown alone")
                .isTrue();
        assertThat(reply.json().at("/groups/0/reasons/model/0/pooled").intValue())
                .isEqualTo(1);
        assertThat(reply.json().at("/interviews/0/customers/0").textValue()).isEqualTo("A");
        assertThat(reply.json().at("/agreements/0/share").isNull()).isTrue();
        assertThat(reply.json().path("next")).isNotEmpty();
    }

    @Test
    void isShownToBrowsersAsAPage() {
        keep();

        Reply page = server.get("/v1/diagnosis?month=2026-01", "Accept", "text/html");

        assertThat(page.status()).as(page.text()).isEqualTo(200);
        assertThat(page.mediaType()).isEqualTo("text/html");
        assertThat(page.text()).contains("Why customers leave", "客户变动诊断", "2026-01");
        assertThat(server.get("/v1/diagnosis?month=2026-01&page=true")
                        .json()
                        .path("page")
                        .textValue())
                .isEqualTo(page.text());
    }

    @Test
    void whatCannotBeAskedIsAProblem() {
        keep();

        assertThat(server.get("/v1/diagnosis?month=2025-07").code()).isEqualTo("no_such_month");
        assertThat(server.get("/v1/diagnosis?month=2025-07").text()).contains("2026-01 … 2026-02");
        assertThat(server.get("/v1/diagnosis?month=July").code()).isEqualTo("bad_value");
        assertThat(server.get("/v1/diagnosis?interviews=101").code()).isEqualTo("bad_value");
        assertThat(server.get("/v1/diagnosis?interviews=few").code()).isEqualTo("bad_value");
        assertThat(server.get("/v1/diagnosis?seed=-1").code()).isEqualTo("bad_value");
        assertThat(server.get("/v1/diagnosis?month=").code()).isEqualTo("bad_value");
        assertThat(server.get("/v1/diagnosis?colour=red").code()).isEqualTo("unknown_field");
        assertThat(server.get("/v1/diagnosis?seed=1&seed=2").code()).isEqualTo("bad_value");
        assertThat(server.get("/v1/diagnosis?page=perhaps").code()).isEqualTo("bad_value");
    }

    @Test
    void anEmptyStoreHasNoMonth() {
        Reply empty = server.get("/v1/diagnosis");

        assertThat(empty.status()).isEqualTo(404);
        assertThat(empty.code()).isEqualTo("no_such_month");
    }
}
