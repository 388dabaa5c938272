package io.holdfast.serving.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.serving.work.WorkQuery;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CursorsTest {
    private static final Instant DUE = Instant.parse("2026-02-02T12:00:00.123456Z");
    private static final String ITEM = "019c13a0-7c3e-7b1a-9d52-5e1f0c8a4b77";

    @Test
    void comeBackToTheLastBit() {
        for (double gain : new double[] {0, -0.0, 0.1 + 0.2, -12.5, Double.MIN_VALUE, 1e300}) {
            WorkQuery.Place place = new WorkQuery.Place(DUE, OptionalDouble.of(gain), ITEM);
            assertThat(Cursors.read(Cursors.write(place))).contains(place);
        }
        WorkQuery.Place unknown = new WorkQuery.Place(DUE, OptionalDouble.empty(), ITEM);
        assertThat(Cursors.read(Cursors.write(unknown))).contains(unknown);
        assertThat(Cursors.write(unknown)).hasSizeLessThan(WorkRequests.NAME);
    }

    @Test
    void whatWasNeverWrittenIsNone() {
        String nan = Long.toHexString(Double.doubleToLongBits(Double.NaN));
        for (String text : new String[] {"", "1:" + ITEM, "1:" + nan + ":" + ITEM, "1:x:" + ITEM, "1::" + ITEM}) {
            String cursor =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
            assertThat(Cursors.read(cursor)).as(text).isEmpty();
        }
        assertThat(Cursors.read("%%%")).isEmpty();
    }
}
