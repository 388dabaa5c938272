/** Reads values of customers on two sides of a lot, produces differences with intervals: no domain, only statistics. */
@NullMarked
package io.holdfast.care.inference;

import org.jspecify.annotations.NullMarked;
