package io.holdfast.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Contacts that are reported, each taken or refused alone. */
final class ContactRoutesIT extends StoreServer {
    @Test
    void takeEachReportAlone() {
        String good = """
            {"contactId": "k-1", "customerId": "A", "kind": "service", "direction": "inbound", "channel": "phone",
             "occurredAt": "2026-01-30T09:00:00+08:00", "reportedAt": "2026-01-31T01:00:00Z"}\
            """;
        String body = "{\"contacts\": [" + good + ", " + good.replace("\"phone\"", "\"pigeon\"") + ", " + good + ", "
                + good.replace("2026-01-30", "2027-01-30").replace("k-1", "k-2") + ", "
                + good.replace("inbound", "outbound") + "]}";

        Reply reply = server.post("/v1/contacts", body, "Accept-Language", "zh-CN");

        assertThat(reply.statuses()).containsExactly("written", "refused", "unchanged", "refused", "refused");
        assertThat(reply.result(1).path("error").path("pointer").textValue()).isEqualTo("/contacts/1/channel");
        assertThat(reply.result(1).path("error").path("message").textValue()).contains("应为");
        assertThat(reply.result(3).path("error").path("code").textValue()).isEqualTo("in_future");
        assertThat(reply.result(4).path("error").path("code").textValue()).isEqualTo("contact_exists");
        assertThat(reply.json().path("summary").path("refused").intValue()).isEqualTo(3);
    }

    @Test
    void refuseAContactReportedBeforeItHappened() {
        String contact = """
            {"contactId": "k-%d", "customerId": "A", "kind": "service", "direction": "inbound", "channel": "phone",
             "occurredAt": "%s", "reportedAt": "%s"}\
            """;
        String body = "{\"contacts\": ["
                + contact.formatted(1, "2026-01-30T09:00:00Z", "2026-01-01T00:00:00Z") + ", "
                + contact.formatted(2, "2026-01-30T09:00:00Z", "2026-12-30T00:00:00Z") + ", "
                + contact.formatted(3, "1970-01-01T00:00:00Z", "2026-01-30T00:00:00Z") + "]}";

        Reply reply = server.post("/v1/contacts", body);

        assertThat(reply.statuses()).containsOnly("refused");
        assertThat(reply.result(0).path("error").path("code").textValue()).isEqualTo("bad_value");
        assertThat(reply.result(1).path("error").path("code").textValue()).isEqualTo("in_future");
        assertThat(reply.result(2).path("error").path("message").textValue()).contains("out of range");
    }

    /** The clock stands at noon of the last of January, UTC; in the east February has begun. */
    @Test
    void takeAContactWhoseReportHasADayOnly() {
        String contact = """
            {"contactId": "k-%d", "customerId": "A", "kind": "service", "direction": "inbound", "channel": "phone",
             "occurredAt": "%s", "reportedAt": "%s"}\
            """;
        String body = "{\"contacts\": ["
                + contact.formatted(1, "2026-01-30T09:00:00Z", "2026-01-30T00:00:00Z") + ", "
                + contact.formatted(2, "2026-01-31T11:00:00Z", "2026-02-01T00:00:00Z") + ", "
                + contact.formatted(3, "2026-02-01T00:00:01Z", "2026-02-01T00:00:00Z") + ", "
                + contact.formatted(4, "2026-01-31T11:00:00Z", "2026-01-29T00:00:00Z") + ", "
                + contact.formatted(5, "2026-01-31T11:00:00Z", "2026-02-02T00:00:00Z") + ", "
                + contact.formatted(6, "2026-02-01T00:00:00Z", "2026-02-01T00:00:00Z") + ", "
                + contact.formatted(7, "2026-01-31T11:00:00Z", "2026-02-01T08:00:00+08:00") + ", "
                + contact.formatted(8, "2026-01-31T11:00:00Z", "2026-01-31T08:00:00+08:00") + ", "
                + contact.formatted(9, "2026-01-31T08:00:00+08:00", "2026-01-31T08:00:00+08:00") + "]}";

        Reply reply = server.post("/v1/contacts", body);

        assertThat(reply.statuses())
                .containsExactly(
                        "written", "written", "refused", "refused", "refused", "refused", "refused", "refused",
                        "written");
        assertThat(reply.result(2).path("error").path("pointer").textValue()).isEqualTo("/contacts/2/occurredAt");
        assertThat(reply.result(3).path("error").path("code").textValue()).isEqualTo("bad_value");
        assertThat(reply.result(4).path("error").path("code").textValue()).isEqualTo("in_future");
        assertThat(reply.result(6).path("error").path("code").textValue())
                .as("an hour of February")
                .isEqualTo("in_future");
        assertThat(reply.result(7).path("error").path("code").textValue())
                .as("reported three hours before it happened")
                .isEqualTo("bad_value");
    }
}
