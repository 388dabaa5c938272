package io.holdfast.scoring.score;

/**
 * Why one customer could not be scored while others could.
 *
 * @param code {@code id_invalid}, {@code missing_required}, {@code wrong_type}, {@code not_finite},
 *     {@code unknown_feature} or {@code duplicate_conflict}; an open enumeration
 * @param field the column at fault; empty when it is the customer as a whole
 * @param message one sentence: what was found, what was expected
 */
public record Refusal(String code, String field, String message) {}
