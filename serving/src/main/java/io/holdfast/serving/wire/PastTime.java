package io.holdfast.serving.wire;

import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.serving.work.Clocks;
import io.holdfast.serving.work.Days;
import java.time.Instant;

/** Refuses what is said to have happened later than now; a day has come as soon as it has begun anywhere. */
final class PastTime {
    private PastTime() {}

    /** The same where a day counts from its midnight UTC on, as what is kept by that moment does. */
    static void requireMoment(Document row, String name, Instant moment, Instant now) throws MalformedRequestException {
        if (moment.isAfter(now.plus(Clocks.DIFFER))) {
            throw notYet(row, name);
        }
    }

    static void require(Document row, String name, Instant moment, Instant now) throws MalformedRequestException {
        if (Days.start(moment).isAfter(now.plus(Clocks.DIFFER))) {
            throw notYet(row, name);
        }
    }

    private static MalformedRequestException notYet(Document row, String name) {
        return row.invalid(
                "in_future",
                name,
                LocalizedText.of("The moment has not come yet", "该时间尚未到来"),
                LocalizedText.of("a moment of the past", "过去的时间"));
    }
}
