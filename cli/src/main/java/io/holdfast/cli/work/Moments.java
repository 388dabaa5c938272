package io.holdfast.cli.work;

import com.fasterxml.jackson.databind.JsonNode;

/** Moments of replies as people read them. */
final class Moments {
    private static final String MIDNIGHT = "T00:00:00Z";
    private static final int TO_THE_MINUTE = "2026-01-31T09:30".length();

    private Moments() {}

    /** The day, for what is due at midnight UTC; else the day and the minute, UTC. Empty for null. */
    static String shown(JsonNode moment) {
        String text = moment.asText("");
        if (moment.isNull() || text.endsWith(MIDNIGHT)) {
            return moment.isNull() ? "" : text.substring(0, text.length() - MIDNIGHT.length());
        }
        return text.length() < TO_THE_MINUTE
                ? text
                : text.substring(0, TO_THE_MINUTE).replace('T', ' ') + "Z";
    }
}
