package io.holdfast.training.profit;

import io.holdfast.scoring.dataset.CostAmount;
import io.holdfast.scoring.dataset.CostItem;
import io.holdfast.scoring.dataset.CostTable;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a description says of amounts, spread over the rows; what it does not say is assumed. */
final class Amounts {
    private static final Map<CostItem, Double> ASSUMED = Map.of(
            CostItem.VALUE, Empc.VALUE,
            CostItem.CONTACT_COST, Empc.CONTACT_COST,
            CostItem.OFFER_COST, Empc.OFFER_COST,
            CostItem.SAVE_RATE, Empc.MEAN_SAVE_RATE);

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
        @Nullable CostAmount amount = given.amounts().get(item);
        if (amount instanceof CostAmount.OfColumn of && columns.containsKey(of.column())) {
            return columns.get(of.column());
        }
        double[] all = new double[rows];
        Arrays.fill(all, amount instanceof CostAmount.Constant constant ? constant.amount() : ASSUMED.get(item));
        return all;
    }

    /** Where an amount comes from. */
    CostBasis.Amount basis(CostItem item) {
        @Nullable CostAmount amount = given.amounts().get(item);
        boolean read = amount instanceof CostAmount.OfColumn of && columns.containsKey(of.column());
        return new CostBasis.Amount(
                item.key(),
                Arrays.stream(of(item)).sum() / rows,
                read ? ((CostAmount.OfColumn) amount).column() : "",
                !read && !(amount instanceof CostAmount.Constant));
    }
}
