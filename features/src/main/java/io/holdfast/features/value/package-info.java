/** Reads how often and how lately customers bought, or renewed, produces fitted value models and what each customer is expected to do and to be worth. */
@NullMarked
package io.holdfast.features.value;

import org.jspecify.annotations.NullMarked;
