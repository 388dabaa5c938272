package io.holdfast.training.additive;

import io.holdfast.scoring.model.TribuoFeatures;
import io.holdfast.training.data.FeatureColumn;
import io.holdfast.training.data.NumberColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.classification.Label;

/**
 * The examples of a dataset, column by column.
 *
 * @param features in the order of the dataset's feature ids
 * @param positives whether each example has the positive label
 * @param weights of the examples
 * @param negativeLabel the other label
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ExampleColumns(List<FeatureColumn> features, boolean[] positives, double[] weights, String negativeLabel) {
    private static final int CLASSES = 2;

    static ExampleColumns of(Dataset<Label> examples, String positiveLabel) {
        List<String> labels = examples.getOutputInfo().getDomain().stream()
                .map(Label::getLabel)
                .sorted()
                .toList();
        if (examples.getOutputInfo().getUnknownCount() > 0
                || labels.size() != CLASSES
                || !labels.contains(positiveLabel)) {
            throw new IllegalArgumentException("labels " + labels + " and "
                    + examples.getOutputInfo().getUnknownCount() + " unknown (expected: two, '" + positiveLabel
                    + "' among them, and none unknown)");
        }
        ImmutableFeatureMap map = examples.getFeatureIDMap();
        double[][] values = new double[map.size()][examples.size()];
        for (double[] column : values) {
            Arrays.fill(column, Double.NaN);
        }
        boolean[] positives = new boolean[examples.size()];
        double[] weights = new double[examples.size()];
        int row = 0;
        for (Example<Label> example : examples) {
            positives[row] = example.getOutput().getLabel().equals(positiveLabel);
            weights[row] = example.getWeight();
            for (Feature feature : example) {
                values[map.getID(feature.getName())][row] = finite(feature);
            }
            row++;
        }
        List<FeatureColumn> columns = new ArrayList<>();
        for (int id = 0; id < values.length; id++) {
            columns.add(NumberColumn.of(name(map.get(id).getName()), values[id]));
        }
        String negative = labels.get(0).equals(positiveLabel) ? labels.get(1) : labels.get(0);
        return new ExampleColumns(columns, positives, weights, negative);
    }

    private static double finite(Feature feature) {
        if (Double.isInfinite(feature.getValue())) {
            throw new IllegalArgumentException(
                    "feature '" + feature.getName() + "' is " + feature.getValue() + " (expected: a finite number)");
        }
        return feature.getValue();
    }

    /** A model calls a numeric feature as its column, so the two must be one. */
    private static String name(String feature) {
        if (!TribuoFeatures.numberName(feature).equals(feature)) {
            throw new IllegalArgumentException(
                    "feature '" + feature
                            + "' (expected: names of numeric columns, without '@' and '%'; categories are learned from a table)");
        }
        return feature;
    }
}
