package io.holdfast.training.evaluation;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Rows scored by the probabilities their labels are drawn from: a calibrated model. */
final class SimulatedScores {
    private SimulatedScores() {}

    static ScoredRows calibrated(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] probabilities = new double[rows];
        boolean[] positives = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            probabilities[row] = StrictMath.pow(random.nextDouble(), 2);
            positives[row] = random.nextDouble() < probabilities[row];
        }
        return new ScoredRows(probabilities, positives, Map.of());
    }

    /** The same rows with a sensitive column. */
    static ScoredRows grouped(ScoredRows rows, String column, String... values) {
        List<String> cells = IntStream.range(0, rows.positives().length)
                .mapToObj(row -> values[row % values.length])
                .toList();
        return new ScoredRows(rows.probabilities(), rows.positives(), Map.of(column, cells));
    }

    /** The same rows in any other order. */
    static ScoredRows shuffled(ScoredRows rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] probabilities = rows.probabilities().clone();
        boolean[] positives = rows.positives().clone();
        for (int left = positives.length; left > 1; left--) {
            int other = random.nextInt(left);
            double probability = probabilities[left - 1];
            probabilities[left - 1] = probabilities[other];
            probabilities[other] = probability;
            boolean positive = positives[left - 1];
            positives[left - 1] = positives[other];
            positives[other] = positive;
        }
        return new ScoredRows(probabilities, positives, Map.of());
    }
}
