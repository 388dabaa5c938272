package io.holdfast.scoring.score;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;

/**
 * Something about a scored customer's input that the reader of the score should know.
 *
 * @param code {@code missing_value}, {@code unknown_category}, {@code out_of_range} or {@code stale}
 * @param field the column; empty when it is about the customer as a whole
 * @param text one sentence without the value
 */
public record InputWarning(String code, String field, LocalizedText text) {
    /** The values were known so long ago that the score may not be used any more. */
    public static final InputWarning STALE = new InputWarning(
            "stale",
            "",
            LocalizedText.of(
                    "The values are older than the model's scores are valid, so no care is recommended.",
                    "数据日期已超出模型评分的有效期，因此不推荐关怀措施。"));

    private static final LocalizedText MISSING = LocalizedText.of(
            "The value is missing; the model used what it learned for missing values.", "该值缺失，模型按其对缺失值的经验处理。");
    private static final LocalizedText UNKNOWN = LocalizedText.of(
            "Training saw this category rarely or never; it counts as a rare one.", "训练数据中很少或从未出现该类别，按罕见类别处理。");
    private static final LocalizedText OUTSIDE = LocalizedText.of(
            "The value lies outside the range seen in training; the nearest seen one counts.",
            "该值超出训练数据的范围，按范围内最接近的值处理。");

    static InputWarning missing(String column) {
        return new InputWarning("missing_value", column, MISSING);
    }

    static InputWarning unknownCategory(String column) {
        return new InputWarning("unknown_category", column, UNKNOWN);
    }

    static InputWarning outOfRange(String column) {
        return new InputWarning("out_of_range", column, OUTSIDE);
    }

    /** The sentence in a language. */
    public String message(Language language) {
        return text.in(language);
    }
}
