/** Reads a history's files and a plan, produces tables by DuckDB; the only package that knows it. */
@NullMarked
package io.holdfast.features.duckdb;

import org.jspecify.annotations.NullMarked;
