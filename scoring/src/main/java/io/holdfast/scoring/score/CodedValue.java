package io.holdfast.scoring.score;

import org.jspecify.annotations.Nullable;

/**
 * A value as a model's terms see it.
 *
 * @param value as the customer has it
 * @param number inside the training range; NaN where it is none
 * @param bin its bin
 * @param warning what the reader should know about it
 */
record CodedValue(
        InputValue value, double number, int bin, @Nullable InputWarning warning) {}
