package io.holdfast.scoring.score;

import io.holdfast.scoring.model.Coding;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A customer's value of one input. Equal cells of a long list share one, so that what follows from it is worked out once. Immutable but for what is kept of that, which
 * threads may work out twice.
 */
final class InputValue {
    static final InputValue MISSING = level("");
    private static final AtomicLong SERIALS = new AtomicLong();
    private static final long NO_SERIAL = 0;
    private static final long ALONE = -1;

    private final double number;
    private final String level;
    private final long serial;
    private @Nullable CodedValue coded;

    private InputValue(double number, String level, long serial) {
        this.number = number;
        this.level = level;
        this.serial = serial;
    }

    /** A number of which nothing is kept; minus zero becomes zero. */
    static InputValue number(double number) {
        return new InputValue(number + 0.0, "", ALONE);
    }

    /** A level of which nothing is kept. */
    static InputValue level(String level) {
        return new InputValue(Double.NaN, level, ALONE);
    }

    /**
     * The same for equal cells to share.
     *
     * @param common whether it is one of few in its column
     */
    InputValue recurring(boolean common) {
        return new InputValue(number, level, common ? SERIALS.incrementAndGet() : NO_SERIAL);
    }

    /** Finite; NaN where it is no number. */
    double number() {
        return number;
    }

    /** Of a category or flag; empty text where it is none. */
    String level() {
        return level;
    }

    /** Above 0, and no other's, where equal cells share it and it is one of few in its column; otherwise 0. */
    long serial() {
        return Math.max(serial, NO_SERIAL);
    }

    /** What was kept of how a coding sees it. */
    @SuppressWarnings("ReferenceEquality") // a coding is known by its object
    @Nullable
    CodedValue coded(Coding coding) {
        CodedValue kept = coded;
        return kept != null && kept.coding() == coding ? kept : null;
    }

    /** Keeps how a coding sees it, if it will come again. */
    void keep(CodedValue seen) {
        if (serial != ALONE) {
            coded = seen;
        }
    }
}
