package io.holdfast.serving.wire;

import io.holdfast.serving.work.WorkQuery;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places on the work list as text that clients hand back and do not look into. */
final class Cursors {
    private static final Pattern PLACE = Pattern.compile("(-?\\d{1,18}):(-|[0-9a-f]{1,16}):([0-9a-f-]{36})");

    private static final String UNKNOWN = "-";
    private static final int HEXADECIMAL = 16;

    private Cursors() {}

    static String write(WorkQuery.Place place) {
        OptionalDouble gain = place.gain();
        String text = ChronoUnit.MICROS.between(Instant.EPOCH, place.dueAt()) + ":"
                + (gain.isPresent() ? Long.toHexString(Double.doubleToLongBits(gain.getAsDouble())) : UNKNOWN) + ":"
                + place.itemId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Empty for what was never written here. */
    static Optional<WorkQuery.Place> read(String cursor) {
        try {
            Matcher place = PLACE.matcher(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
            return place.matches() ? place(place) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<WorkQuery.Place> place(Matcher parts) {
        Instant dueAt = Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS);
        if (parts.group(2).equals(UNKNOWN)) {
            return Optional.of(new WorkQuery.Place(dueAt, OptionalDouble.empty(), parts.group(3)));
        }
        double gain = Double.longBitsToDouble(Long.parseUnsignedLong(parts.group(2), HEXADECIMAL));
        return Double.isFinite(gain)
                ? Optional.of(new WorkQuery.Place(dueAt, OptionalDouble.of(gain), parts.group(3)))
                : Optional.empty();
    }
}
