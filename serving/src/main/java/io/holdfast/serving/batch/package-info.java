/**
 * Scores lists of customers: reads a table, produces a CSV file with risk, reasons and care of every row, in the order of
 * the table, whole or not at all.
 */
@NullMarked
package io.holdfast.serving.batch;

import org.jspecify.annotations.NullMarked;
