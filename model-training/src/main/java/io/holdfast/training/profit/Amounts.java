package io.holdfast.training.profit;

import io.holdfast.scoring.dataset.CostAmount;
import io.holdfast.scoring.dataset.CostItem;
import io.holdfast.scoring.dataset.CostTable;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** What a description says of amounts, spread over the rows; what it does not say is assumed. */
final class Amounts {
    private final CostTable given;
    private final Map<String, double[]> columns;
    private final int rows;

    /** @param columns by name, as far as the table has them */
    Amounts(CostTable given, Map<String, double[]> columns, int rows) {
        this.given = given;
        this.columns = columns;
        this.rows = rows;
    }

    /** The amount of every row. */
    double[] of(CostItem item) {
        String column = column(item);
        double[] all = columns.getOrDefault(column, new double[rows]);
        if (column.isEmpty()) {
            Arrays.fill(all, constant(item).orElseGet(() -> assumed(item)));
        }
        return all;
    }

    /** Where an amount comes from. */
    CostBasis.Amount basis(CostItem item) {
        String column = column(item);
        return new CostBasis.Amount(
                item.key(),
                Arrays.stream(of(item)).sum() / rows,
                column,
                column.isEmpty() && constant(item).isEmpty());
    }

    /** The column to read, empty where there is none. */
    private String column(CostItem item) {
        return given.amount(item)
                .filter(CostAmount.OfColumn.class::isInstance)
                .map(CostAmount.OfColumn.class::cast)
                .map(CostAmount.OfColumn::column)
                .filter(columns::containsKey)
                .orElse("");
    }

    private Optional<Double> constant(CostItem item) {
        return given.amount(item)
                .filter(CostAmount.Constant.class::isInstance)
                .map(CostAmount.Constant.class::cast)
                .map(CostAmount.Constant::amount);
    }

    private static double assumed(CostItem item) {
        return switch (item) {
            case VALUE -> Empc.VALUE;
            case CONTACT_COST -> Empc.CONTACT_COST;
            case OFFER_COST -> Empc.OFFER_COST;
            case SAVE_RATE -> Empc.MEAN_SAVE_RATE;
            case TRUE_POSITIVE, FALSE_POSITIVE, FALSE_NEGATIVE, TRUE_NEGATIVE ->
                throw new IllegalArgumentException(item.key() + ": not given (expected: a whole cost matrix)");
        };
    }
}
