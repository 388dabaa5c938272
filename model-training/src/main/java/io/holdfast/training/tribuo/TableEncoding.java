package io.holdfast.training.tribuo;

import io.holdfast.scoring.model.CategoryCoding;
import io.holdfast.scoring.model.ModelInput;
import io.holdfast.scoring.model.NumberCoding;
import io.holdfast.scoring.model.TribuoFeatures;
import io.holdfast.training.data.NumberColumn;
import io.holdfast.training.data.TrainingTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tribuo.classification.Label;
import org.tribuo.data.columnar.RowProcessor;
import org.tribuo.data.columnar.extractors.FloatExtractor;

/**
 * How the columns of a table become Tribuo features. A number is one feature, named as
 * {@link TribuoFeatures#numberName} says; a level is an indicator, named as {@link TribuoFeatures#levelName} says; a missing
 * value and the rare levels of a column have indicators of their own. Immutable.
 */
public final class TableEncoding {
    /** No escaped name holds two of these in a row, so nothing can be called the same. */
    private static final String OWN = "@@";

    /** The field of a row's weight. */
    static final String WEIGHT = OWN + "weight";

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

    /** @param weighted whether rows have the field {@link #WEIGHT}, which becomes the weight of the example */
    RowProcessor<Label> processor(String labelColumn, boolean weighted) {
        RowProcessor.Builder<Label> builder = new RowProcessor.Builder<>();
        if (weighted) {
            builder.setWeightExtractor(new FloatExtractor(WEIGHT));
        }
        builder.setReplaceNewLinesWithSpaces(false);
        for (ModelInput input : inputs) {
            if (input.coding() instanceof NumberCoding numbers) {
                builder.addFieldProcessor(new NumberField(
                        input.name(), numbers, scale(input.name()), missingIndicators, flat.contains(input.name())));
            } else {
                builder.addFieldProcessor(
                        new LevelField(input.name(), (CategoryCoding) input.coding(), missingIndicators));
            }
        }
        return builder.build(new ChurnResponse(labelColumn));
    }
}
