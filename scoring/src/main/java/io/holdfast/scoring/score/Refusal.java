package io.holdfast.scoring.score;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;

/**
 * Why one customer could not be scored while others could.
 *
 * @param code {@code id_invalid}, {@code missing_required}, {@code wrong_type}, {@code not_finite},
 *     {@code unknown_feature} or {@code duplicate_conflict}; an open enumeration
 * @param field the column at fault; empty when it is the customer as a whole
 * @param text one sentence: what was found, what was expected
 */
public record Refusal(String code, String field, LocalizedText text) {
    /** The sentence in English, which the command line speaks. */
    public String message() {
        return message(Language.ENGLISH);
    }

    /** The sentence in a language. */
    public String message(Language language) {
        return text.in(language);
    }
}
