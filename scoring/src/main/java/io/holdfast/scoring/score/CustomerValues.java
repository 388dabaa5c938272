package io.holdfast.scoring.score;

/** A customer's values by input. Always gives the same ones. */
interface CustomerValues {
    /** One value. */
    InputValue get(int input);

    /** Those of an array, which nobody may change any more. */
    static CustomerValues of(InputValue[] values) {
        return input -> values[input];
    }
}
