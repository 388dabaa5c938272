package io.holdfast.features.history;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is done with lines that cannot be right. Whatever is dropped is counted and shown.
 *
 * @param withoutCustomer whether events without a customer are dropped; otherwise they are refused
 * @param exactDuplicates whether lines that repeat another in every column are dropped; otherwise they are counted and kept
 * @param future whether events that are dated after they arrived, or after the history ends, are dropped; otherwise they are refused
 * @param badTime whether events whose time cannot be read are dropped; otherwise they are refused
 * @param withoutTime whether events without a time are dropped, since they did not happen (yet); otherwise they are refused
 * @param foreignIds whether a source of events may have ids that no other source has; otherwise it is refused
 * @param idCase how ids are made comparable
 * @param net kinds of events that take back an earlier one -> the kind they take back
 * @param outliers whether far-off amounts are reported; they are never dropped
 */
public record Cleaning(
        boolean withoutCustomer,
        boolean exactDuplicates,
        boolean future,
        boolean badTime,
        boolean withoutTime,
        boolean foreignIds,
        IdCase idCase,
        Map<String, String> net,
        boolean outliers) {
    /** How two spellings of an id are made one. */
    public enum IdCase {
        /** Not at all: ids are compared byte for byte. */
        KEEP,
        /** In upper case. */
        UPPER,
        /** In lower case. */
        LOWER
    }

    private static final Cleaning STRICT =
            new Cleaning(false, false, false, false, false, false, IdCase.KEEP, Map.of(), true);

    /** Keeps a copy. */
    public Cleaning {
        net = Collections.unmodifiableMap(new LinkedHashMap<>(net));
    }

    /** Nothing is dropped; what cannot be right is refused. */
    public static Cleaning strict() {
        return STRICT;
    }
}
