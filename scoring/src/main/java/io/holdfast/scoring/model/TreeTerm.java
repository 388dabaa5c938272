package io.holdfast.scoring.model;

import java.util.Arrays;
import java.util.List;

/**
 * A tree that asks the same of every row (an oblivious tree; Prokhorenkova et al. 2018, "CatBoost", section 4) over one to six inputs, as a
 * table: for every leaf, what each of its inputs contributes there. The contributions are its exact Shapley values under independent
 * columns, worked out in training. A bin that training never saw contributes zero, and the other inputs what they contribute
 * on average over its input.
 */
public final class TreeTerm implements Term {
    /** The most inputs a tree may have. */
    public static final int MOST_INPUTS = 6;

    private static final int MOST_LEAVES = 4096;

    private final TreeSide[] sides;
    /** Inputs of the sides, and what their sides hold, laid out beside each other for {@link #addTo}. */
    private final int[] inputs;

    private final int[] sizes;
    private final int[] starts;
    private final byte[] places;
    private final double[] contributions;

    /**
     * @param sides one to six, over different inputs, with at most 4096 leaves
     * @param contributions log-odds, one per leaf and side; leaves row-major, the place of the last side varying fastest; finite
     */
    public TreeTerm(List<TreeSide> sides, double[] contributions) {
        this.sides = sides.toArray(TreeSide[]::new);
        this.contributions = contributions.clone();
        this.inputs = sides.stream().mapToInt(TreeSide::input).toArray();
        this.sizes = sides.stream().mapToInt(TreeSide::size).toArray();
        this.starts = new int[inputs.length];
        int bins = 0;
        for (int s = 0; s < starts.length; s++) {
            starts[s] = bins;
            bins += this.sides[s].bins();
        }
        this.places = new byte[bins];
        for (int s = 0; s < starts.length; s++) {
            System.arraycopy(this.sides[s].places(), 0, places, starts[s], this.sides[s].bins());
        }
        if (sides.isEmpty()
                || sides.size() > MOST_INPUTS
                || inputs().stream().distinct().count() != sides.size()) {
            throw new IllegalArgumentException("tree over inputs " + inputs() + " (expected: 1 to 6 different ones)");
        }
        double leaves = 1;
        for (TreeSide side : sides) {
            leaves *= side.size();
        }
        if (leaves > MOST_LEAVES || leaves * sides.size() != contributions.length) {
            throw new IllegalArgumentException("tree over inputs " + inputs() + " has " + contributions.length
                    + " contributions in " + (long) leaves + " leaves (expected: one per input and leaf, and at most "
                    + MOST_LEAVES + " leaves)");
        }
        for (double contribution : contributions) {
            if (!Double.isFinite(contribution)) {
                throw new IllegalArgumentException(
                        "tree over inputs " + inputs() + " holds " + contribution + " (expected: finite numbers)");
            }
        }
    }

    /** The sides in order. */
    public List<TreeSide> sides() {
        return List.of(sides);
    }

    /** A copy of the contributions, log-odds: per leaf, one a side. */
    public double[] contributions() {
        return contributions.clone();
    }

    /** The same with every contribution multiplied. */
    public TreeTerm times(double factor) {
        return new TreeTerm(
                sides(),
                Arrays.stream(contributions).map(value -> factor * value).toArray());
    }

    @Override
    public List<Integer> inputs() {
        return Arrays.stream(inputs).boxed().toList();
    }

    @Override
    public void addTo(double[] sums, CodedRow row) {
        int leaf = 0;
        for (int s = 0; s < inputs.length; s++) {
            int place = places[starts[s] + row.bin(inputs[s])];
            if (place == sizes[s]) {
                addMean(sums, row, 0, 0, 1);
                return;
            }
            leaf = leaf * sizes[s] + place;
        }
        int at = leaf * inputs.length;
        for (int input : inputs) {
            sums[input] += contributions[at++];
        }
    }

    /** Averages over the inputs whose bin is new: the pure parts that read them average to zero, so the others' shares stay exact. */
    private void addMean(double[] sums, CodedRow row, int from, int leaf, double share) {
        if (from == sides.length) {
            for (int s = 0; s < sides.length; s++) {
                TreeSide side = sides[s];
                if (side.place(row.bin(side.input())) < side.size()) {
                    sums[side.input()] += share * contributions[leaf * sides.length + s];
                }
            }
            return;
        }
        TreeSide side = sides[from];
        int known = side.place(row.bin(side.input()));
        if (known < side.size()) {
            addMean(sums, row, from + 1, leaf * side.size() + known, share);
            return;
        }
        for (int place = 0; place < side.size(); place++) {
            addMean(sums, row, from + 1, leaf * side.size() + place, share * side.share(place));
        }
    }

    @Override
    public double reach(List<ModelInput> columns) {
        double most = 0;
        for (int at = 0; at < contributions.length; at += sides.length) {
            double sum = 0;
            for (int s = 0; s < sides.length; s++) {
                sum += StrictMath.abs(contributions[at + s]);
            }
            most = StrictMath.max(most, sum);
        }
        return most;
    }

    @Override
    public void requireFits(List<ModelInput> columns) {
        for (TreeSide side : sides) {
            if (side.input() >= columns.size()
                    || columns.get(side.input()).coding().bins() != side.bins()) {
                throw new IllegalArgumentException("side of a tree over input " + side.input() + " with " + side.bins()
                        + " bins (expected: an existing input with as many bins)");
            }
        }
    }
}
