/**
 * Reads scored held-out rows with their labels, produces the verdict on the model: measures with intervals, reliability, lift, and the
 * comparison of sensitive groups.
 */
@NullMarked
package io.holdfast.training.evaluation;

import org.jspecify.annotations.NullMarked;
