package io.holdfast.care.effect;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** By what an exploration parts the customers. */
public enum Cut {
    /** The action chosen. */
    ACTION,
    /** The reason that led. */
    REASON,
    /** The value tier. */
    TIER,
    /** The month of the decision, UTC. */
    PERIOD,
    /** The plan. */
    PLAN;

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT);

    /** As options and replies write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The cut of a code; empty when there is none. */
    public static Optional<Cut> of(String code) {
        return Arrays.stream(values()).filter(cut -> cut.code().equals(code)).findFirst();
    }

    /** All codes, for messages. */
    public static String codes() {
        return Arrays.stream(values()).map(Cut::code).collect(Collectors.joining(", "));
    }

    String of(DecidedUnit unit) {
        return switch (this) {
            case ACTION -> unit.action();
            case REASON -> unit.reason();
            case TIER -> unit.tier();
            case PERIOD -> MONTH.format(unit.decidedAt().atOffset(ZoneOffset.UTC));
            case PLAN -> unit.plan();
        };
    }
}
