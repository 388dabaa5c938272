package io.holdfast.training.tribuo;

import io.holdfast.scoring.model.ModelInput;
import io.holdfast.scoring.model.TribuoFeatures;
import io.holdfast.training.data.NumberColumn;
import io.holdfast.training.data.TrainingTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How the columns of a table become Tribuo features. A number is one feature, named as
 * {@link TribuoFeatures#numberName} says; a level is an indicator, named as {@link TribuoFeatures#levelName} says; a missing
 * value and the rare levels of a column have indicators of their own. Immutable.
 */
public final class TableEncoding {
    /** No escaped name holds two of these in a row, so nothing can be called the same. */
    private static final String OWN = "@@";

    private final List<ModelInput> inputs;
    private final Map<String, NumberScale> scales;
    private final boolean missingIndicators;
    private final Set<String> flat;

    private TableEncoding(
            List<ModelInput> inputs, Map<String, NumberScale> scales, boolean missingIndicators, Set<String> flat) {
        this.inputs = List.copyOf(inputs);
        this.scales = scales;
        this.missingIndicators = missingIndicators;
        this.flat = flat;
    }

    /**
     * For trainers: numbers have mean 0 and standard deviation 1 over some rows by their weights, and every row has one feature per column.
     *
     * @param inputs how the values of each feature of the table become bins
     */
    public static TableEncoding standardised(TrainingTable table, int[] rows, List<ModelInput> inputs) {
        Map<String, NumberScale> scales = new TreeMap<>();
        double[] weights = table.weights().meanOne(rows);
        table.features().forEach(feature -> {
            if (feature instanceof NumberColumn numbers) {
                scales.put(numbers.name(), NumberScale.standard(numbers, rows, weights));
            }
        });
        return new TableEncoding(inputs, scales, true, Set.of());
    }

    /** For a published model, which reads numbers as the table has them, and takes an absent feature for a missing value. */
    public static TableEncoding raw(List<ModelInput> inputs) {
        return new TableEncoding(inputs, Map.of(), false, Set.of());
    }

    /** The same, but for numeric columns whose every number becomes 0, so that nothing is learned from it. */
    public TableEncoding flattening(Set<String> columns) {
        return new TableEncoding(inputs, scales, missingIndicators, Set.copyOf(columns));
    }

    /** How a numeric column is scaled. */
    public NumberScale scale(String column) {
        return scales.getOrDefault(column, NumberScale.RAW);
    }

    /** The indicator of a missing value. */
    public static String missingName(String column) {
        return TribuoFeatures.numberName(column) + OWN + "missing";
    }

    /** The indicator of a level that training saw rarely or never. */
    public static String rareName(String column) {
        return TribuoFeatures.numberName(column) + OWN + "rare";
    }

    /** How the values of each feature become bins, in the order of the table's features. */
    List<ModelInput> inputs() {
        return inputs;
    }

    /** Whether a missing value is a feature of its own, and not the absence of one. */
    boolean missingIndicators() {
        return missingIndicators;
    }

    /** Whether every number of a column becomes 0. */
    boolean flat(String column) {
        return flat.contains(column);
    }
}
