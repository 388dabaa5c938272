/**
 * Reads groups of alternatives with their gains, costs and uses of limited resources, produces the choice of at most one alternative a group that
 * maximises the total gain: the multiple-choice knapsack problem with several limits.
 */
@NullMarked
package io.holdfast.care.allocation;

import org.jspecify.annotations.NullMarked;
