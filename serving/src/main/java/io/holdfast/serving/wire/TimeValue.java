package io.holdfast.serving.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.score.AsOfDay;
import io.holdfast.serving.work.Days;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Moments and days of a request. */
final class TimeValue {
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private TimeValue() {}

    /** A moment with its offset, after 1970 began and before 2200. */
    static Instant instant(JsonNode value, Spot spot) throws MalformedRequestException {
        if (!value.isTextual()) {
            throw noMoment(spot);
        }
        try {
            Instant moment = OffsetDateTime.parse(value.textValue()).toInstant();
            if (moment.isAfter(Instant.EPOCH) && moment.isBefore(LATEST)) {
                return moment;
            }
        } catch (DateTimeException e) {
            throw noMoment(spot);
        }
        throw spot.invalid(
                "bad_value",
                LocalizedText.of("The moment is out of range", "该时间超出范围"),
                LocalizedText.of(
                        "one after 1970-01-01T00:00:00Z and before " + LATEST,
                        "1970-01-01T00:00:00Z 之后、" + LATEST + " 之前的时间"));
    }

    /**
     * The same where midnight UTC stands for a day without an hour. Eight in the morning in China falls on it, too; so an hour with another offset than UTC's
     * is put down a microsecond later.
     */
    static Instant dayOrMoment(JsonNode value, Spot spot) throws MalformedRequestException {
        Instant moment = instant(value, spot);
        boolean hour = Days.isDay(moment)
                && !OffsetDateTime.parse(value.textValue()).getOffset().equals(ZoneOffset.UTC);
        return hour ? moment.plus(1, ChronoUnit.MICROS) : moment;
    }

    private static MalformedRequestException noMoment(Spot spot) {
        return spot.invalid("bad_value", LocalizedText.of("The value is no moment", "该值不是时间"), expectedInstant());
    }

    static LocalizedText expectedInstant() {
        return LocalizedText.of(
                "a string such as \"2026-01-31T09:30:00+08:00\"", "字符串，例如 \"2026-01-31T09:30:00+08:00\"");
    }

    /** A calendar day. */
    static LocalDate day(JsonNode value, Spot spot) throws MalformedRequestException {
        Optional<LocalDate> day = value.isTextual() ? AsOfDay.parse(value.textValue()) : Optional.empty();
        if (day.isEmpty()) {
            throw spot.invalid(
                    "bad_value",
                    LocalizedText.of("The value is no day", "该值不是日期"),
                    LocalizedText.of("a string such as \"2026-01-31\"", "字符串，例如 \"2026-01-31\""));
        }
        return day.get();
    }
}
