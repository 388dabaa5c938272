package io.holdfast.serving.batch;

import io.holdfast.scoring.score.Refusal;

/**
 * A row that could not be scored.
 *
 * @param line where it begins in the table
 * @param refusal why
 */
public record RejectedRow(long line, Refusal refusal) {}
