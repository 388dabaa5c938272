package io.holdfast.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.serving.store.PlansOf;
import org.junit.jupiter.api.Test;

/** Customers over HTTP: two ids of one, all that is held, and its end. */
final class CustomerRoutesIT extends StoreServer {
    @Test
    void mergeExportAndErase() {
        keep("plan-1", PlansOf.withheld("d-1", "A"));
        keep("plan-2", PlansOf.planned("d-2", "B"));

        Reply merged = server.post("/v1/customers:merge", "{\"from\": \"B\", \"into\": \"A\"}");
        assertThat(merged.json().path("changed").booleanValue()).isTrue();
        assertThat(lookup("B").path("currentId").textValue()).isEqualTo("A");
        assertThat(lookup("B").path("holdOut").path("mixed").booleanValue()).isTrue();
        assertThat(server.post("/v1/customers:merge", "{\"from\": \"A\", \"into\": \"A\"}")
                        .status())
                .isEqualTo(422);

        assertThat(server.post("/v1/customers:export", "{\"customerId\": \"B\"}")
                        .json()
                        .path("data")
                        .path("decision"))
                .hasSize(2);
        assertThat(server.post("/v1/customers:erase", "{\"customerId\": \"B\"}")
                        .json()
                        .path("rows")
                        .intValue())
                .isPositive();
        assertThat(server.post("/v1/customers:erase", "{\"customerId\": \"B\"}")
                        .json()
                        .path("rows")
                        .intValue())
                .isZero();
        Reply gone = server.post("/v1/customers:export", "{\"customerId\": \"A\"}");
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.code()).isEqualTo("no_such_customer");
    }

    @Test
    void nameTheIdThatStaysWhicheverWayTwoIdsAreMergedAgain() {
        keep("plan-1", PlansOf.planned("d-1", "A"));
        server.post("/v1/customers:merge", "{\"from\": \"A\", \"into\": \"B\"}");

        Reply again = server.post("/v1/customers:merge", "{\"from\": \"B\", \"into\": \"A\"}");
        Reply third = server.post("/v1/customers:merge", "{\"from\": \"C\", \"into\": \"A\"}");

        assertThat(again.json().path("customerId").textValue()).isEqualTo("B");
        assertThat(again.json().path("changed").booleanValue()).isFalse();
        assertThat(third.json().path("customerId").textValue()).isEqualTo("B");
        assertThat(third.json().path("changed").booleanValue()).isTrue();
        assertThat(lookup("C").path("currentId").textValue()).isEqualTo("B");
    }
}
