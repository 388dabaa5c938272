package io.holdfast.training.profit;

import io.holdfast.scoring.dataset.CostItem;
import io.holdfast.scoring.dataset.CostTable;
import io.holdfast.training.data.TrainingTable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What each decision costs for rows whose outcome is known, as the description says; what it does not say is assumed.
 *
 * @param basis where the amounts come from
 * @param decisions by row
 */
public record TableCosts(CostBasis basis, DecisionCosts decisions) {
    /**
     * The costs of some rows of a table. An amount whose column the table lacks counts as not given, and so does a matrix that lacks one.
     *
     * @param rows from 0
     */
    public static TableCosts of(TrainingTable table, int[] rows) {
        boolean[] positives = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            positives[i] = table.positive(rows[i]);
        }
        CostTable given = table.description().costs();
        Map<String, double[]> columns = new TreeMap<>();
        for (String name : given.columns()) {
            table.costs(name)
                    .ifPresent(column -> columns.put(
                            name,
                            IntStream.of(rows)
                                    .mapToDouble(row -> column.amounts()[row])
                                    .toArray()));
        }
        return of(given, columns, positives);
    }

    /** Costs of which nobody said anything. */
    public static TableCosts assumed(boolean[] positives) {
        return of(CostTable.NONE, Map.of(), positives);
    }

    private static TableCosts of(CostTable given, Map<String, double[]> columns, boolean[] positives) {
        Amounts amounts = new Amounts(given, columns, positives.length);
        boolean matrix = given.isMatrix() && columns.keySet().containsAll(given.columns());
        List<CostBasis.Amount> basis = (matrix ? CostItem.MATRIX : CostItem.PARTS)
                .stream().map(amounts::basis).toList();
        return new TableCosts(
                new CostBasis(given.currency(), basis.stream().anyMatch(CostBasis.Amount::assumed), basis),
                matrix ? matrix(amounts, positives) : parts(amounts, positives));
    }

    private static DecisionCosts matrix(Amounts amounts, boolean[] positives) {
        double[] truePositive = amounts.of(CostItem.TRUE_POSITIVE);
        double[] falsePositive = amounts.of(CostItem.FALSE_POSITIVE);
        double[] falseNegative = amounts.of(CostItem.FALSE_NEGATIVE);
        double[] trueNegative = amounts.of(CostItem.TRUE_NEGATIVE);
        double[] contacted = new double[positives.length];
        double[] alone = new double[positives.length];
        for (int row = 0; row < positives.length; row++) {
            contacted[row] = positives[row] ? truePositive[row] : falsePositive[row];
            alone[row] = positives[row] ? falseNegative[row] : trueNegative[row];
        }
        return new DecisionCosts(contacted, alone);
    }

    private static DecisionCosts parts(Amounts amounts, boolean[] positives) {
        double[] value = amounts.of(CostItem.VALUE);
        double[] contact = amounts.of(CostItem.CONTACT_COST);
        double[] offer = amounts.of(CostItem.OFFER_COST);
        double[] saveRate = amounts.of(CostItem.SAVE_RATE);
        double[] contacted = new double[positives.length];
        double[] alone = new double[positives.length];
        for (int row = 0; row < positives.length; row++) {
            // Who would have stayed takes the offer too; who leaves all the same costs the contact and his value.
            contacted[row] = contact[row]
                    + (positives[row] ? saveRate[row] * offer[row] + (1 - saveRate[row]) * value[row] : offer[row]);
            alone[row] = positives[row] ? value[row] : 0;
        }
        return new DecisionCosts(contacted, alone);
    }
}
