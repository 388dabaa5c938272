/** Reads names, values and a date, produces pieces of SQL that DuckDB and Spark SQL understand alike: above all the events as they were known on the date. */
@NullMarked
package io.holdfast.features.sql;

import org.jspecify.annotations.NullMarked;
