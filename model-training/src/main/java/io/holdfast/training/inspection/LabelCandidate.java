package io.holdfast.training.inspection;

/**
 * A column that may be the label: it has two values.
 *
 * @param column its name
 * @param positive the value that seems to mean that the customer left
 * @param positives rows with that value
 * @param negative the other value
 * @param negatives rows with the other value
 * @param missing rows with neither
 * @param named whether its name says that it is a label
 */
public record LabelCandidate(
        String column, String positive, long positives, String negative, long negatives, long missing, boolean named) {
    /** Positives over all rows that have a value. */
    public double rate() {
        return (double) positives / (positives + negatives);
    }
}
