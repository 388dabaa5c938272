package io.holdfast.training.additive;

import io.holdfast.scoring.model.TableAxis;
import io.holdfast.training.additive.binning.BinnedColumn;
import io.holdfast.training.additive.purification.InputAxis;
import io.holdfast.training.additive.purification.InputTable;
import java.util.ArrayList;
import java.util.List;

/** A table with one more place on every side that has bins which training never saw: there it is zero. */
final class SeenTable {
    private static final int UNSEEN = -1;

    private final List<TableAxis> axes = new ArrayList<>();
    private final double[] values;

    SeenTable(InputTable table, List<BinnedColumn> columns) {
        List<int[]> origins = new ArrayList<>();
        int cells = 1;
        for (InputAxis axis : table.axes()) {
            int[] origin = side(axis, columns.get(axis.input()));
            origins.add(origin);
            cells *= origin.length;
        }
        double[] old = table.values();
        values = new double[cells];
        for (int cell = 0; cell < cells; cell++) {
            int from = 0;
            int stride = 1;
            int rest = cell;
            for (int a = origins.size() - 1; a >= 0 && from != UNSEEN; a--) {
                int[] origin = origins.get(a);
                int place = origin[rest % origin.length];
                from = place == UNSEEN ? UNSEEN : from + place * stride;
                stride *= table.axes().get(a).size();
                rest /= origin.length;
            }
            values[cell] = from == UNSEEN ? 0 : old[from];
        }
    }

    /** Adds the side; returns the old place of every new one. */
    private int[] side(InputAxis axis, BinnedColumn column) {
        int[] newPlace = new int[axis.size()];
        for (int bin = 0; bin < axis.bins(); bin++) {
            newPlace[axis.place(bin)] |= column.share(bin) > 0 ? 1 : 0;
        }
        List<Integer> origin = new ArrayList<>();
        for (int place = 0; place < newPlace.length; place++) {
            if (newPlace[place] > 0) {
                newPlace[place] = origin.size();
                origin.add(place);
            }
        }
        int unseen = origin.size();
        boolean any = false;
        List<Integer> cells = new ArrayList<>();
        for (int bin = 0; bin < axis.bins(); bin++) {
            boolean seen = column.share(bin) > 0;
            any |= !seen;
            cells.add(seen ? newPlace[axis.place(bin)] : unseen);
        }
        if (any) {
            origin.add(UNSEEN);
        }
        axes.add(new TableAxis(axis.input(), cells));
        return origin.stream().mapToInt(Integer::intValue).toArray();
    }

    List<TableAxis> axes() {
        return axes;
    }

    double[] values() {
        return values.clone();
    }
}
