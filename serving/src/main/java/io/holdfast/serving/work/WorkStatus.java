package io.holdfast.serving.work;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where a work item is on its way. */
public enum WorkStatus {
    /** Waits for somebody. */
    OPEN,
    /** Somebody has it. */
    CLAIMED,
    /** Done, dropped or too late. */
    CLOSED;

    /** The name in requests, replies and files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of a code; empty when there is none. */
    public static Optional<WorkStatus> of(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code().equals(code))
                .findFirst();
    }

    /** All codes, for messages. */
    public static String codes() {
        return Arrays.stream(values()).map(WorkStatus::code).collect(Collectors.joining(", "));
    }
}
