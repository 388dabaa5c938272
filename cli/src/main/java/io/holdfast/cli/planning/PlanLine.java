package io.holdfast.cli.planning;

import io.holdfast.scoring.table.CsvWriter;

/** A line of a plan's file. */
@FunctionalInterface
interface PlanLine {
    /** Writes the cells of {@link PlanFile#columns}, in their order, without the line's end. */
    void write(CsvWriter csv);
}
