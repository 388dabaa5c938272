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
    static final InputValue MISSING = level("");

    /** A number of which nothing is kept; minus zero becomes zero. */
    static InputValue number(double number) {
        return new InputValue(number + 0.0, "", NOWHERE);
    }

    /** A level of which nothing is kept. */
    static InputValue level(String level) {
        return new InputValue(Double.NaN, level, NOWHERE);
    }

    /** The same to be kept. */
    InputValue recurring(int at) {
        return new InputValue(number, level, at);
    }
}
