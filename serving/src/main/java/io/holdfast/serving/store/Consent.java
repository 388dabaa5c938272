package io.holdfast.serving.store;

import java.time.Instant;

/**
 * What a customer said about being contacted, or judged.
 *
 * @param customerId byte for byte, as it came
 * @param purpose {@value #CARE} or {@value #PROFILING}
 * @param channel a channel's code, or {@value #ALL}
 * @param granted whether the customer agreed
 * @param saidAt when; an earlier statement never overrides a later one, and of two at one moment the refusal stands
 * @param source where it was said
 */
public record Consent(
        String customerId, String purpose, String channel, boolean granted, Instant saidAt, String source) {
    /** The purpose of being contacted. */
    public static final String CARE = "care";

    /** The purpose of being scored. */
    public static final String PROFILING = "profiling";

    /** All channels. */
    public static final String ALL = "*";

    /** What a statement is about, in one word: {@value #PROFILING}, {@value #ALL} for all care, or a channel's code. */
    static String what(String purpose, String channel) {
        return purpose.equals(PROFILING) ? PROFILING : channel;
    }
}
