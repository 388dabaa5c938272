package io.holdfast.scoring.score;

/**
 * A customer's value of one input. Equal cells of a long list share one, so that what follows from it is worked out once. Immutable.
 *
 * @param number finite; NaN where it is no number
 * @param level of a category or flag; empty text where it is none
 * @param place where what follows from the value may be kept, a small number from 0 that others may have as well; or {@link #NOWHERE}, as it
 *     will not come again
 */
record InputValue(double number, String level, int place) {
    static final int NOWHERE = -1;
    static final InputValue MISSING = new InputValue(Double.NaN, "", NOWHERE);

    /** Minus zero becomes zero. */
    static InputValue number(double number, int place) {
        return new InputValue(number + 0.0, "", place);
    }

    static InputValue level(String level, int place) {
        return new InputValue(Double.NaN, level, place);
    }
}
