package io.holdfast.features.value;

/** Parameters that are above 0. */
final class Positive {
    private Positive() {}

    static void require(String name, double value) {
        if (!(value > 0 && value <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: a number above 0)");
        }
    }
}
