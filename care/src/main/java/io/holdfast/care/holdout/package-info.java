/** Reads a customer's id, salt and share, produces whether the customer is held out: gets no care, so that the effect of care can be measured. */
@NullMarked
package io.holdfast.care.holdout;

import org.jspecify.annotations.NullMarked;
