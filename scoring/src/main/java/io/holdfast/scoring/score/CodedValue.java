package io.holdfast.scoring.score;

import io.holdfast.scoring.model.Coding;
import org.jspecify.annotations.Nullable;

/**
 * A value as a model's terms see it.
 *
 * @param coding that sees it so
 * @param number inside the training range; NaN where it is none
 * @param bin its bin
 * @param warning what the reader should know about it
 */
record CodedValue(
        Coding coding, double number, int bin, @Nullable InputWarning warning) {}
