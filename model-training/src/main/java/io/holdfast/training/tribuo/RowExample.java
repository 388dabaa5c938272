package io.holdfast.training.tribuo;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.FeatureMap;
import org.tribuo.classification.Label;
import org.tribuo.impl.ArrayExample;
import org.tribuo.protos.core.ExampleProto;
import org.tribuo.util.Merger;

/** A row of a table as Tribuo sees it. Its features belong to the table and cannot be changed; those of a {@link #copy} can. */
final class RowExample extends Example<Label> {
    private static final long serialVersionUID = 1L;

    private final transient RowFeatures features;
    private final int row;

    RowExample(RowFeatures features, int row, Label label, float weight) {
        super(label, weight);
        this.features = features;
        this.row = row;
    }

    @Override
    public Iterator<Feature> iterator() {
        return features.of(row).iterator();
    }

    @Override
    public int size() {
        return features.size(row);
    }

    /** A column has one feature at most, and no two columns share one. */
    @Override
    public boolean validateExample() {
        return size() > 0;
    }

    @Override
    public boolean isDense(FeatureMap map) {
        if (size() != map.size()) {
            return false;
        }
        for (Feature feature : this) {
            if (map.get(feature.getName()) == null) {
                return false;
            }
        }
        return true;
    }

    /** What Java's own serialisation writes: an example that needs no table. */
    private Object writeReplace() {
        return copy();
    }

    /** One that holds its features, and lets them be changed. */
    @Override
    public Example<Label> copy() {
        ArrayExample<Label> copy = new ArrayExample<>(output, features.of(row));
        copy.setWeight(weight);
        return copy;
    }

    @Override
    public ExampleProto serialize() {
        return copy().serialize();
    }

    /** Names are kept once for all rows as it is. */
    @Override
    public void canonicalize(FeatureMap map) {}

    /** They are in order. */
    @Override
    protected void sort() {}

    @Override
    public void add(Feature feature) {
        throw fixed();
    }

    @Override
    public void addAll(Collection<? extends Feature> more) {
        throw fixed();
    }

    @Override
    public void set(Feature feature) {
        throw fixed();
    }

    @Override
    public void removeFeatures(List<Feature> some) {
        throw fixed();
    }

    @Override
    public void reduceByName(Merger merger) {
        throw fixed();
    }

    @Override
    protected void densify(List<String> names) {
        throw fixed();
    }

    private static UnsupportedOperationException fixed() {
        return new UnsupportedOperationException(
                "the features of a table's row cannot be changed; change those of a copy()");
    }
}
