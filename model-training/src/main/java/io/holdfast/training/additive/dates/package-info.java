/** Whether what columns say carries over from one as-of date to another. */
@NullMarked
package io.holdfast.training.additive.dates;

import org.jspecify.annotations.NullMarked;
