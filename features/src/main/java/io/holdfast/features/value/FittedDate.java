package io.holdfast.features.value;

import io.holdfast.scoring.fault.InputException;
import java.time.DateTimeException;
import java.time.LocalDate;

/** The date a model was fitted as of, and what may be scored with it. */
final class FittedDate {
    static final int FORMAT_VERSION = 0;

    private FittedDate() {}

    static void require(int formatVersion, String fittedAsOf) {
        if (formatVersion != FORMAT_VERSION) {
            throw new IllegalArgumentException("formatVersion: " + formatVersion + " (expected: " + FORMAT_VERSION
                    + ", which this version reads)");
        }
        try {
            LocalDate.parse(fittedAsOf);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "fittedAsOf: " + fittedAsOf + " (expected: a date such as 2026-01-31)", e);
        }
    }

    static void requireBy(String fittedAsOf, LocalDate asOf) {
        if (asOf.isBefore(LocalDate.parse(fittedAsOf))) {
            throw new InputException(
                    "fitted_later",
                    "The value model was fitted as of " + fittedAsOf + ", after " + asOf
                            + ": it knows what was not known then (expected: the same date or a later one).");
        }
    }
}
