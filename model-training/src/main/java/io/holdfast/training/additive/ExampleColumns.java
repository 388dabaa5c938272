package io.holdfast.training.additive;

import io.holdfast.training.data.FeatureColumn;
import java.util.List;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.classification.Label;

/**
 * The examples of a dataset, column by column.
 *
 * @param features what the collector makes of the examples' features
 * @param positives whether each example has the positive label
 * @param weights of the examples
 * @param negativeLabel the other label
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ExampleColumns(List<FeatureColumn> features, boolean[] positives, double[] weights, String negativeLabel) {
    private static final int CLASSES = 2;

    static ExampleColumns of(Dataset<Label> examples, String positiveLabel, ExampleFeatures features) {
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
        boolean[] positives = new boolean[examples.size()];
        double[] weights = new double[examples.size()];
        int row = 0;
        for (Example<Label> example : examples) {
            positives[row] = example.getOutput().getLabel().equals(positiveLabel);
            weights[row] = weight(row, example.getWeight());
            for (Feature feature : example) {
                features.add(row, feature);
            }
            row++;
        }
        String negative = labels.get(0).equals(positiveLabel) ? labels.get(1) : labels.get(0);
        return new ExampleColumns(features.columns(), positives, weights, negative);
    }

    private static double weight(int row, float weight) {
        if (!(weight > 0 && weight < Float.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "example " + row + ", counted from 0, weighs " + weight + " (expected: a finite weight above 0)");
        }
        return weight;
    }
}
