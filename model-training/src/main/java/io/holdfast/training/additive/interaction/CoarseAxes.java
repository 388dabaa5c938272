package io.holdfast.training.additive.interaction;

import io.holdfast.scoring.model.Coding;
import io.holdfast.scoring.model.NumberCoding;
import io.holdfast.training.additive.binning.BinnedColumn;
import io.holdfast.training.additive.boosting.Axis;
import io.holdfast.training.additive.boosting.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sides of tables over several columns: neighbouring cells merged to places of about equal mass. A number keeps its order
 * and a place for missing values; levels are ordered by what they add alone.
 */
public final class CoarseAxes {
    private final BinnedColumn column;
    private final double[] main;
    private final double[] shares;

    /** @param main the mean table of the column alone, by cell */
    public CoarseAxes(BinnedColumn column, double[] main) {
        this.column = column;
        this.main = main.clone();
        this.shares = column.shares();
    }

    BinnedColumn column() {
        return column;
    }

    /** A side of at most so many places. */
    public Axis axis(int most) {
        int[] places = new int[column.size()];
        if (!(column.coding() instanceof NumberCoding)) {
            List<Integer> sequence = IntStream.range(0, places.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(cell -> main[cell]))
                    .toList();
            merge(sequence, most, 0, places);
            return new Axis(column, places);
        }
        int first = shares[Coding.MISSING] > 0 ? 1 : 0;
        merge(IntStream.range(Coding.FIRST, places.length).boxed().toList(), most - first, first, places);
        return new Axis(column, places);
    }

    private void merge(List<Integer> sequence, int most, int first, int[] places) {
        List<Integer> held = new ArrayList<>(sequence);
        held.removeIf(cell -> shares[cell] <= 0);
        if (held.size() <= most) {
            for (int i = 0; i < held.size(); i++) {
                places[held.get(i)] = first + i;
            }
            return;
        }
        double rest = held.stream().mapToDouble(cell -> shares[cell]).sum();
        double mass = 0;
        int place = 0;
        for (int cell : held) {
            if (mass > 0 && place < most - 1 && mass + shares[cell] / 2 >= rest / (most - place)) {
                rest -= mass;
                mass = 0;
                place++;
            }
            places[cell] = first + place;
            mass += shares[cell];
        }
    }

    /** The sides with the finest number refined until the table has up to so many cells. */
    static Shape refined(List<CoarseAxes> columns, int places, int cells) {
        Axis[] axes = columns.stream().map(column -> column.axis(places)).toArray(Axis[]::new);
        int product = Arrays.stream(axes).mapToInt(Axis::size).reduce(1, (a, b) -> a * b);
        int finest = -1;
        for (int a = 0; a < axes.length; a++) {
            BinnedColumn column = axes[a].column();
            if (column.coding() instanceof NumberCoding
                    && column.size() - Coding.FIRST + 1 > axes[a].size()
                    && (finest < 0 || axes[a].size() > axes[finest].size())) {
                finest = a;
            }
        }
        if (finest >= 0) {
            int room = Math.min(axes[finest].column().size(), cells / (product / axes[finest].size()));
            if (room > axes[finest].size()) {
                axes[finest] = columns.get(finest).axis(room);
            }
        }
        return new Shape(List.of(axes));
    }
}
