package io.holdfast.training.additive;

import io.holdfast.scoring.model.ModelInput;
import io.holdfast.scoring.model.TableAxis;
import io.holdfast.scoring.model.TableTerm;
import io.holdfast.scoring.model.Term;
import io.holdfast.training.additive.binning.BinnedColumn;
import io.holdfast.training.additive.boosting.Axis;
import io.holdfast.training.additive.boosting.Shape;
import io.holdfast.training.additive.boosting.Stage;
import io.holdfast.training.additive.purification.InputAxis;
import io.holdfast.training.additive.purification.InputTable;
import io.holdfast.training.additive.purification.Purification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.function.BiFunction;

/** Averages the bags' tables, purifies them and puts them into the terms of a model. What training never saw contributes zero. */
final class PurifiedTerms {
    private final List<BinnedColumn> columns;
    private final Purification purification;

    /** @param alone more of what columns say alone, by input, by bin */
    PurifiedTerms(List<BinnedColumn> columns, List<Stage> stages, SortedMap<Integer, double[]> alone) {
        this.columns = columns;
        this.purification = gather(columns, stages, Stage::mainByBin, Stage::mean);
        alone.forEach(purification::addMain);
        purification.purify();
    }

    /**
     * What every bag's tables, purified in the same way, say of single columns: per bag, per input, by bin.
     *
     * @param alone more of what columns say alone, by bag, by input, by bin; no bags where there is no more
     */
    static List<List<double[]>> mainsByBag(
            List<BinnedColumn> columns, List<Stage> stages, List<SortedMap<Integer, double[]>> alone, int bags) {
        List<List<double[]>> mains = new ArrayList<>();
        for (int number = 0; number < bags; number++) {
            int bag = number;
            Purification own = gather(
                    columns,
                    stages,
                    (stage, shape) -> stage.mainByBin(bag, shape),
                    (stage, shape) -> stage.tables().get(bag).get(shape));
            if (!alone.isEmpty()) {
                alone.get(bag).forEach(own::addMain);
            }
            own.purify();
            mains.add(columns.stream().map(column -> seen(column, own)).toList());
        }
        return mains;
    }

    private static Purification gather(
            List<BinnedColumn> columns,
            List<Stage> stages,
            BiFunction<Stage, Integer, double[]> byBin,
            BiFunction<Stage, Integer, double[]> byCell) {
        Purification purification =
                new Purification(columns.stream().map(BinnedColumn::shares).toList());
        for (Stage stage : stages) {
            for (int s = 0; s < stage.shapes().size(); s++) {
                Shape shape = stage.shapes().get(s);
                if (shape.axes().size() == 1) {
                    purification.addMain(shape.axes().get(0).column().input(), byBin.apply(stage, s));
                } else {
                    purification.add(new InputTable(
                            shape.axes().stream().map(PurifiedTerms::byBin).toList(), byCell.apply(stage, s)));
                }
            }
        }
        return purification;
    }

    /** What training never saw contributes zero. */
    private static double[] seen(BinnedColumn column, Purification purification) {
        double[] values = purification.main(column.input());
        for (int bin = 0; bin < values.length; bin++) {
            values[bin] = column.share(bin) > 0 ? values[bin] : 0;
        }
        return values;
    }

    private static InputAxis byBin(Axis axis) {
        int[] places = new int[axis.column().coding().bins()];
        Arrays.setAll(places, bin -> axis.place(axis.column().cellOfBin(0, bin)));
        return new InputAxis(axis.column().input(), places);
    }

    /** What was moved out of the terms. */
    double intercept() {
        return purification.intercept();
    }

    /** One input per column, in order. */
    List<ModelInput> inputs() {
        return columns.stream()
                .map(column -> new ModelInput(column.name(), column.coding()))
                .toList();
    }

    /** Terms of one column in its order, then those of two, then those of three; those that are zero throughout are left out. */
    List<Term> terms() {
        List<Term> terms = new ArrayList<>();
        for (BinnedColumn column : columns) {
            addUnlessZero(terms, List.of(TableAxis.full(column.input(), column.coding())), seen(column, purification));
        }
        for (int inputs = 2; inputs <= TableTerm.MOST_INPUTS; inputs++) {
            for (InputTable table : purification.tables()) {
                if (table.axes().size() == inputs) {
                    SeenTable seen = new SeenTable(table, columns);
                    addUnlessZero(terms, seen.axes(), seen.values());
                }
            }
        }
        return terms;
    }

    private static void addUnlessZero(List<Term> terms, List<TableAxis> axes, double[] values) {
        if (Arrays.stream(values).anyMatch(value -> value != 0)) {
            terms.add(new TableTerm(axes, values));
        }
    }
}
