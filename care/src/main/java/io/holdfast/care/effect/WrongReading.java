package io.holdfast.care.effect;

/**
 * A comparison that is usual and says nothing about care, because its sides differ by more than the lot.
 *
 * @param first units of the side that is called treated
 * @param firstRate of them who left within the window
 * @param second units of the other side
 * @param secondRate of them who left within the window
 */
public record WrongReading(int first, double firstRate, int second, double secondRate) {
    /** What it claims. */
    public double difference() {
        return firstRate - secondRate;
    }
}
