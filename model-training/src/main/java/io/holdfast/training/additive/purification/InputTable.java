package io.holdfast.training.additive.purification;

import java.util.List;

/**
 * A table over some inputs.
 *
 * @param axes its sides, over different inputs
 * @param values row-major, the last side varying fastest
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record InputTable(List<InputAxis> axes, double[] values) {
    /** Keeps copies. */
    public InputTable {
        axes = List.copyOf(axes);
        values = values.clone();
    }

    /** A copy of the values. */
    @Override
    public double[] values() {
        return values.clone();
    }

    int stride(int axis) {
        int stride = 1;
        for (int a = axis + 1; a < axes.size(); a++) {
            stride *= axes.get(a).size();
        }
        return stride;
    }
}
