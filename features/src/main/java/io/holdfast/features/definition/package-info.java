/** Reads what leaving means to a company, produces the population at risk on a date and the label of each unit in it. */
@NullMarked
package io.holdfast.features.definition;

import org.jspecify.annotations.NullMarked;
