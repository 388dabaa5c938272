package io.holdfast.scoring.score;

/**
 * Something about a scored customer's input that the reader of the score should know.
 *
 * @param code {@code missing_value}, {@code unknown_category} or {@code out_of_range}
 * @param field the column
 * @param message one sentence without the value
 */
public record InputWarning(String code, String field, String message) {
    static InputWarning missing(String column) {
        return new InputWarning(
                "missing_value", column, "The value is missing; the model used what it learned for missing values.");
    }

    static InputWarning unknownCategory(String column) {
        return new InputWarning(
                "unknown_category", column, "Training saw this category rarely or never; it counts as a rare one.");
    }

    static InputWarning outOfRange(String column) {
        return new InputWarning(
                "out_of_range",
                column,
                "The value lies outside the range seen in training; the nearest seen one counts.");
    }
}
