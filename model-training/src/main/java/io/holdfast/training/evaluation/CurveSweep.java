package io.holdfast.training.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Walks ranked rows from the highest probability down and draws the curves, ties taken whole. */
final class CurveSweep {
    private final RankedRows rows;

    // By corner, from the highest probability down: how many rows, and how many leavers, are at or above it.
    private final int[] contacted;
    private final int[] caught;

    private CurveSweep(RankedRows rows) {
        this.rows = rows;
        int[] starts = starts(rows);
        contacted = new int[starts.length];
        caught = new int[starts.length];
        int positives = 0;
        int rank = rows.size();
        for (int corner = 0; corner < starts.length; corner++) {
            int start = starts[starts.length - 1 - corner];
            while (rank > start) {
                rank--;
                positives += rows.positive(rank) ? 1 : 0;
            }
            contacted[corner] = rows.size() - start;
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
        List<Curves.PrecisionRecallPoint> precisions = IntStream.of(kept(Curves.MOST_POINTS, this::recall))
                .mapToObj(c -> new Curves.PrecisionRecallPoint(recall(c), (double) caught[c] / contacted[c]))
                .toList();
        List<Curves.GainPoint> gain = IntStream.of(kept(Curves.MOST_POINTS, this::share))
                .mapToObj(c -> new Curves.GainPoint(share(c), recall(c), recall(c) / share(c)))
                .toList();
        return new Curves(roc, precisions, gain);
    }

    /** The first corner, and then of every equal step along an ascending coordinate the first corner that reaches it. */
    private int[] kept(int most, IntToDoubleFunction coordinate) {
        List<Integer> kept = new ArrayList<>(List.of(0));
        double before = coordinate.applyAsDouble(0);
        for (int corner = 1; corner < contacted.length; corner++) {
            double at = coordinate.applyAsDouble(corner);
            boolean last = corner == contacted.length - 1;
            if (last || (at - before >= 1.0 / (most - 1) && kept.size() < most - 1)) {
                kept.add(corner);
                before = at;
            }
        }
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }

    private double share(int corner) {
        return (double) contacted[corner] / rows.size();
    }

    private double recall(int corner) {
        return (double) caught[corner] / rows.positiveCount();
    }

    private double falsePositiveRate(int corner) {
        return (double) (contacted[corner] - caught[corner]) / rows.negativeCount();
    }
}
