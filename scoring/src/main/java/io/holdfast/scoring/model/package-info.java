/**
 * The additive model: reads one customer's coded columns, produces one contribution to the log-odds per column.
 *
 * <p>Whatever trained it, a published model is an {@link io.holdfast.scoring.model.AdditiveModel}: an intercept and
 * {@linkplain io.holdfast.scoring.model.Term terms}. It holds numbers only, so a score is the sum of its reasons.
 */
@NullMarked
package io.holdfast.scoring.model;

import org.jspecify.annotations.NullMarked;
