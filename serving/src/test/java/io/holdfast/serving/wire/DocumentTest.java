package io.holdfast.serving.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.holdfast.serving.work.Days;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTest {
    private static Document document(String json) throws MalformedRequestException {
        return Document.read(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Eight in the morning in Beijing is midnight UTC, which stands for a day. */
    @ParameterizedTest
    @CsvSource({
        "2026-02-03T00:00:00Z, true",
        "2026-02-03T00:00:00+00:00, true",
        "2026-02-03T08:00:00+08:00, false",
        "2026-02-02T19:00:00-05:00, false",
        "2026-02-03T00:00:00+08:00, false",
        "2026-02-03T00:00:01Z, false",
    })
    void anHourIsNoDayWhereverItIs(String text, boolean day) throws MalformedRequestException {
        Instant moment =
                document("{\"at\":\"" + text + "\"}").optionalDayOrMoment("at").orElseThrow();

        assertThat(Days.isDay(moment)).isEqualTo(day);
        assertThat(moment.getEpochSecond()).isEqualTo(OffsetDateTime.parse(text).toEpochSecond());
    }

    @Test
    void aDayHasComeOnceItHasBegunAnywhere() throws MalformedRequestException {
        Document row = document("{}");
        Instant day = Instant.parse("2026-12-01T00:00:00Z");
        Instant morningInAuckland = Instant.parse("2026-11-30T21:00:00Z");

        assertThatCode(() -> PastTime.require(row, "at", day, morningInAuckland))
                .doesNotThrowAnyException();
        assertThat(catchThrowableOfType(
                                MalformedRequestException.class,
                                () -> PastTime.require(row, "at", day.plusSeconds(1), morningInAuckland))
                        .code())
                .isEqualTo("in_future");
        assertThat(catchThrowableOfType(
                                MalformedRequestException.class,
                                () -> PastTime.require(row, "at", day, Instant.parse("2026-11-30T09:00:00Z")))
                        .code())
                .isEqualTo("in_future");
    }
}
