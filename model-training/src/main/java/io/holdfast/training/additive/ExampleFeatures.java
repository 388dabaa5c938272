package io.holdfast.training.additive;

import io.holdfast.training.data.FeatureColumn;
import java.util.List;
import org.tribuo.Feature;

/** Collects the features of examples into columns. */
sealed interface ExampleFeatures permits NumericFeatures, DescribedFeatures {
    /**
     * Adds a feature of an example.
     *
     * @throws IllegalArgumentException if it belongs to no column or has no value of it
     */
    void add(int row, Feature feature);

    /** What was collected. */
    List<FeatureColumn> columns();

    /** The feature's value, which must be one. */
    static double finite(Feature feature) {
        if (!Double.isFinite(feature.getValue())) {
            throw new IllegalArgumentException(
                    "feature '" + feature.getName() + "' is " + feature.getValue() + " (expected: a finite number)");
        }
        return feature.getValue();
    }
}
