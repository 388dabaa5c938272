package io.holdfast.serving.wire;

import io.holdfast.serving.work.WorkQuery;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places on the work list as text that clients hand back and do not look into. */
final class Cursors {
    private static final Pattern PLACE = Pattern.compile("(-?\\d{1,18}):([0-9a-f-]{36})");

    private Cursors() {}

    static String write(WorkQuery.Place place) {
        String text = ChronoUnit.MICROS.between(Instant.EPOCH, place.dueAt()) + ":" + place.itemId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Empty for what was never written here. */
    static Optional<WorkQuery.Place> read(String cursor) {
        try {
            Matcher place = PLACE.matcher(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
            return place.matches()
                    ? Optional.of(new WorkQuery.Place(
                            Instant.EPOCH.plus(Long.parseLong(place.group(1)), ChronoUnit.MICROS), place.group(2)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
