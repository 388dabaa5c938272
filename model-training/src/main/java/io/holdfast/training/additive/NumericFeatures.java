package io.holdfast.training.additive;

import io.holdfast.scoring.model.TribuoFeatures;
import io.holdfast.training.data.FeatureColumn;
import io.holdfast.training.data.NumberColumn;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tribuo.Feature;
import org.tribuo.ImmutableFeatureMap;

/** Every feature is a number, in the order of the dataset's feature ids. */
final class NumericFeatures implements ExampleFeatures {
    private final ImmutableFeatureMap map;
    private final double[][] values;

    NumericFeatures(ImmutableFeatureMap map, int rows) {
        this.map = map;
        this.values = new double[map.size()][rows];
        for (double[] column : values) {
            Arrays.fill(column, Double.NaN);
        }
    }

    @Override
    public void add(int row, Feature feature) {
        values[map.getID(feature.getName())][row] = ExampleFeatures.finite(feature);
    }

    @Override
    public List<FeatureColumn> columns() {
        return IntStream.range(0, values.length)
                .<FeatureColumn>mapToObj(id -> NumberColumn.of(name(map.get(id).getName()), values[id]))
                .toList();
    }

    /** A model calls a numeric feature as its column, so the two must be one. */
    private static String name(String feature) {
        if (!TribuoFeatures.numberName(feature).equals(feature)) {
            throw new IllegalArgumentException("feature '" + feature
                    + "' (expected: names of numeric columns, without '@' and '%', unless a description says which"
                    + " features are levels of a category)");
        }
        return feature;
    }
}
