package io.holdfast.training.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Walks ranked rows from the highest probability down and draws the curves, ties taken whole. */
final class CurveSweep {

    // By corner, from the highest probability down: how many rows, and how many leavers, by weight, are at or above it.
    private final double[] contacted;
    private final double[] caught;

    private CurveSweep(RankedRows rows) {
        int[] starts = starts(rows);
        contacted = new double[starts.length];
        caught = new double[starts.length];
        double negatives = 0;
        double positives = 0;
        int rank = rows.size();
        for (int corner = 0; corner < starts.length; corner++) {
            int start = starts[starts.length - 1 - corner];
            while (rank > start) {
                rank--;
                positives += rows.positive(rank) ? rows.weight(rank) : 0;
                negatives += rows.positive(rank) ? 0 : rows.weight(rank);
            }
            contacted[corner] = positives + negatives;
            caught[corner] = positives;
        }
    }

    /** The first rank of every block of equal probabilities, ascending. */
    private static int[] starts(RankedRows rows) {
        return IntStream.iterate(0, start -> start < rows.size(), rows::tieEnd).toArray();
    }

    static Curves of(RankedRows rows) {
        return rows.oneClass() ? new Curves(List.of(), List.of(), List.of()) : new CurveSweep(rows).curves();
    }

    private Curves curves() {
        List<Curves.RocPoint> roc = new ArrayList<>();
        roc.add(new Curves.RocPoint(0, 0));
        for (int corner : kept(Curves.MOST_POINTS - 1, c -> (falsePositiveRate(c) + recall(c)) / 2)) {
            roc.add(new Curves.RocPoint(falsePositiveRate(corner), recall(corner)));
        }
        List<Curves.PrecisionRecallPoint> precisions = kept(Curves.MOST_POINTS, this::recall).stream()
                .map(c -> new Curves.PrecisionRecallPoint(recall(c), caught[c] / contacted[c]))
                .toList();
        List<Curves.GainPoint> gain = kept(Curves.MOST_POINTS, this::share).stream()
                .map(c -> new Curves.GainPoint(share(c), recall(c), recall(c) / share(c)))
                .toList();
        return new Curves(roc, precisions, gain);
    }

    private List<Integer> kept(int most, IntToDoubleFunction coordinate) {
        return Thinning.kept(contacted.length, most, coordinate);
    }

    private double share(int corner) {
        return contacted[corner] / contacted[contacted.length - 1];
    }

    private double recall(int corner) {
        return caught[corner] / caught[caught.length - 1];
    }

    private double falsePositiveRate(int corner) {
        int last = contacted.length - 1;
        return (contacted[corner] - caught[corner]) / (contacted[last] - caught[last]);
    }
}
