package io.holdfast.training.additive;

import io.holdfast.training.additive.boosting.Bagged;
import io.holdfast.training.additive.boosting.Shape;
import io.holdfast.training.additive.boosting.Stage;
import io.holdfast.training.additive.dates.CommonColumns.Verdict;
import java.util.List;
import java.util.SortedMap;

/**
 * The columns' own tables, without those of columns whose effect does not carry over from date to date, or is not known to.
 *
 * @param bagged where the rows stand after them
 * @param shapes of the tables
 * @param stage the tables
 * @param unsteady numbers of the columns left out, each with the fall of the loss by its table over its standard error
 * @param common numbers of the columns that are the same for all rows of a date, each with what the dates say of it
 */
record SteadyMains(
        Bagged bagged,
        List<Shape> shapes,
        Stage stage,
        SortedMap<Integer, Double> unsteady,
        SortedMap<Integer, Verdict> common) {}
