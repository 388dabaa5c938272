package io.holdfast.training.additive.dates;

import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** By how much more or fewer left after each date than a model says that did not learn from these customers. */
final class DateLevels {
    /** A date with fewer of either class says nothing by itself. */
    private static final int LEAST_OF_A_CLASS = 20;

    private static final int MOST_STEPS = 100;
    private static final double SMALL_STEP = 1e-9;

    private DateLevels() {}

    /**
     * What has to be added to the log-odds of a date's rows so that they are right on average, by date; dates with fewer than twenty rows of either class are not there.
     *
     * @param days the date of each row
     * @param logOdds out of bag
     * @param targets 1 where the row left, else 0
     */
    static NavigableMap<Integer, Double> of(int[] days, double[] logOdds, double[] targets, double[] weights) {
        NavigableMap<Integer, Double> levels = new TreeMap<>();
        for (int day : Arrays.stream(days).distinct().sorted().toArray()) {
            int[] rows = IntStream.range(0, days.length)
                    .filter(row -> days[row] == day)
                    .toArray();
            long left = Arrays.stream(rows).filter(row -> targets[row] > 0).count();
            if (Math.min(left, rows.length - left) >= LEAST_OF_A_CLASS) {
                levels.put(day, level(rows, logOdds, targets, weights));
            }
        }
        return levels;
    }

    /** By Newton's method with steps of 1 at most. */
    private static double level(int[] rows, double[] logOdds, double[] targets, double[] weights) {
        double level = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double gradient = 0;
            double hessian = 0;
            for (int row : rows) {
                double risk = 1 / (1 + StrictMath.exp(-logOdds[row] - level));
                gradient += weights[row] * (targets[row] - risk);
                hessian += weights[row] * risk * (1 - risk);
            }
            double move = Math.max(-1, Math.min(1, gradient / hessian));
            level += move;
            if (Math.abs(move) < SMALL_STEP) {
                break;
            }
        }
        return level;
    }
}
