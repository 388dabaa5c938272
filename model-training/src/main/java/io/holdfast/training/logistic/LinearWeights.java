package io.holdfast.training.logistic;

import org.tribuo.ImmutableFeatureMap;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.math.la.DenseMatrix;

/** What Tribuo's linear model learned about the positive label, as log-odds: the difference of its two rows of weights. */
final class LinearWeights {
    private final ImmutableFeatureMap features;
    private final DenseMatrix weights;
    private final int positive;
    private final int negative;

    LinearWeights(LinearSGDModel model, String positiveLabel, String negativeLabel) {
        features = model.getFeatureIDMap();
        weights = model.getWeightsCopy();
        positive = model.getOutputIDInfo().getID(new Label(positiveLabel));
        negative = model.getOutputIDInfo().getID(new Label(negativeLabel));
    }

    /** Log-odds per unit of a feature; 0 for one that no training row had. */
    double of(String feature) {
        int id = features.getID(feature);
        return id < 0 ? 0 : difference(id);
    }

    /** Log-odds of an example whose features are all zero. */
    double bias() {
        return difference(features.size());
    }

    private double difference(int id) {
        return weights.get(positive, id) - weights.get(negative, id);
    }
}
