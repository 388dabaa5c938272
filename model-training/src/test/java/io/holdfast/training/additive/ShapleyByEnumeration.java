package io.holdfast.training.additive;

import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.CodedRow;
import io.holdfast.training.data.NumberColumn;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fit.RowCoder;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Shapley values by their definition (Shapley 1953): the weighted mean, over all coalitions, of what knowing one more column adds to
 * the expected log-odds, unknown columns being drawn independently from the training rows. Knows nothing of terms.
 */
final class ShapleyByEnumeration {
    private final List<List<Integer>> bins = new ArrayList<>();
    private final List<List<Double>> shares = new ArrayList<>();
    private final int columns;
    private final double[] scores;

    ShapleyByEnumeration(AdditiveModel model, TrainingTable table, int[] rows) {
        this.columns = model.inputs().size();
        RowCoder coder = new RowCoder(table);
        CodedRow coded = model.newRow();
        List<List<Integer>> examples = new ArrayList<>();
        int cells = 1;
        for (int column = 0; column < columns; column++) {
            SortedMap<Integer, int[]> seen = new TreeMap<>();
            for (int row : rows) {
                coder.fill(coded, row);
                seen.computeIfAbsent(coded.bin(column), bin -> new int[] {0, row})[0]++;
            }
            bins.add(List.copyOf(seen.keySet()));
            shares.add(seen.values().stream()
                    .map(found -> (double) found[0] / rows.length)
                    .toList());
            examples.add(seen.values().stream().map(found -> found[1]).toList());
            cells *= seen.size();
        }
        scores = new double[cells];
        CodedRow mixed = model.newRow();
        double[] contributions = new double[columns];
        for (int cell = 0; cell < cells; cell++) {
            mixed.clear();
            int[] at = places(cell);
            for (int column = 0; column < columns; column++) {
                copy(table, examples.get(column).get(at[column]), column, mixed);
            }
            scores[cell] = model.logOdds(mixed, contributions);
        }
    }

    private static void copy(TrainingTable table, int row, int column, CodedRow into) {
        var feature = table.features().get(column);
        if (feature.missing(row)) {
            return;
        }
        if (feature instanceof NumberColumn numbers) {
            into.number(column, numbers.value(row));
        } else {
            into.level(column, feature.text(row));
        }
    }

    private int[] places(int cell) {
        int[] places = new int[columns];
        int rest = cell;
        for (int column = columns - 1; column >= 0; column--) {
            places[column] = rest % bins.get(column).size();
            rest /= bins.get(column).size();
        }
        return places;
    }

    /** The expected log-odds when nothing is known. */
    double base() {
        return expected(0, new int[columns]);
    }

    double[] values(CodedRow row) {
        int[] known = new int[columns];
        for (int column = 0; column < columns; column++) {
            known[column] = bins.get(column).indexOf(row.bin(column));
        }
        double[] expected = new double[1 << columns];
        for (int coalition = 0; coalition < expected.length; coalition++) {
            expected[coalition] = expected(coalition, known);
        }
        double[] values = new double[columns];
        for (int column = 0; column < columns; column++) {
            for (int coalition = 0; coalition < expected.length; coalition++) {
                if ((coalition >> column & 1) == 0) {
                    int size = Integer.bitCount(coalition);
                    double weight = factorial(size) * factorial(columns - size - 1) / factorial(columns);
                    values[column] += weight * (expected[coalition | 1 << column] - expected[coalition]);
                }
            }
        }
        return values;
    }

    private double expected(int coalition, int[] known) {
        double sum = 0;
        for (int cell = 0; cell < scores.length; cell++) {
            int[] at = places(cell);
            double share = 1;
            for (int column = 0; column < columns && share > 0; column++) {
                if ((coalition >> column & 1) == 0) {
                    share *= shares.get(column).get(at[column]);
                } else if (at[column] != known[column]) {
                    share = 0;
                }
            }
            sum += share * scores[cell];
        }
        return sum;
    }

    private static double factorial(int n) {
        double product = 1;
        for (int i = 2; i <= n; i++) {
            product *= i;
        }
        return product;
    }
}
