/** Reads a table of many dates, produces what a model would have been worth in each of its months, had it learned only from what was known when the month began. */
@NullMarked
package io.holdfast.training.backtest;

import org.jspecify.annotations.NullMarked;
