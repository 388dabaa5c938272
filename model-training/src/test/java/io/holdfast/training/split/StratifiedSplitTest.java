package io.holdfast.training.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StratifiedSplitTest {
    private static boolean[] labels(int rows, int positives) {
        boolean[] labels = new boolean[rows];
        Arrays.fill(labels, 0, positives, true);
        return labels;
    }

    private static int[] alone(int rows) {
        return IntStream.range(0, rows).toArray();
    }

    private static Map<Part, Integer> positives(Split split, boolean[] labels) {
        Map<Part, Integer> counts = new EnumMap<>(Part.class);
        for (int row = 0; row < labels.length; row++) {
            if (labels[row]) {
                counts.merge(split.part(row), 1, Integer::sum);
            }
        }
        return counts;
    }

    @Test
    void everyPartHasItsShareOfBothClasses() {
        boolean[] labels = labels(1000, 150);

        Split split = StratifiedSplit.of(labels, alone(1000), 1);

        assertThat(split.size(Part.TRAINING)).isEqualTo(600);
        assertThat(split.size(Part.VALIDATION)).isEqualTo(200);
        assertThat(split.size(Part.TEST)).isEqualTo(200);
        assertThat(positives(split, labels))
                .containsEntry(Part.TRAINING, 90)
                .containsEntry(Part.VALIDATION, 30)
                .containsEntry(Part.TEST, 30);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 7, 11, 101, 997})
    void oddNumbersOfRowsAreDealtToARow(int rows) {
        boolean[] labels = labels(rows, rows / 3);

        Split split = StratifiedSplit.of(labels, alone(rows), 5);

        for (boolean left : new boolean[] {false, true}) {
            double all =
                    IntStream.range(0, rows).filter(row -> labels[row] == left).count();
            assertThat(count(split, labels, Part.TRAINING, left) - 0.6 * all).isBetween(-1.0, 1.0);
            assertThat(count(split, labels, Part.VALIDATION, left) - 0.2 * all).isBetween(-1.0, 1.0);
            assertThat(count(split, labels, Part.TEST, left) - 0.2 * all).isBetween(-1.0, 1.0);
        }
    }

    private static double count(Split split, boolean[] labels, Part part, boolean left) {
        return Arrays.stream(split.rows(part))
                .filter(row -> labels[row] == left)
                .count();
    }

    @Test
    void everyRowHasOnePart() {
        Split split = StratifiedSplit.of(labels(50, 20), alone(50), 3);

        int[] all = IntStream.concat(
                        Arrays.stream(split.rows(Part.TRAINING, Part.VALIDATION)), Arrays.stream(split.rows(Part.TEST)))
                .sorted()
                .toArray();
        assertThat(all).isEqualTo(alone(50));
        assertThat(split.size(Part.LEFT_OUT)).isZero();
    }

    @Test
    void equalSeedsSplitEquallyAndOthersDoNot() {
        boolean[] labels = labels(200, 60);

        int[] one = StratifiedSplit.of(labels, alone(200), 1).rows(Part.TEST);

        assertThat(StratifiedSplit.of(labels, alone(200), 1).rows(Part.TEST)).isEqualTo(one);
        assertThat(StratifiedSplit.of(labels, alone(200), 2).rows(Part.TEST)).isNotEqualTo(one);
    }

    /** Bundles recompute their split from the seed, so it may never change: this one was written down once. */
    @Test
    void theSplitOfASeedNeverChanges() {
        Split split = StratifiedSplit.of(labels(20, 6), alone(20), 42);

        assertThat(split.rows(Part.TEST)).containsExactly(0, 10, 11, 15);
        assertThat(split.rows(Part.VALIDATION)).containsExactly(3, 6, 13, 19);
    }

    @Test
    void rowsOfOneGroupNeverStandOnTwoSides() {
        SplittableRandom random = new SplittableRandom(7);
        int rows = 2000;
        boolean[] labels = new boolean[rows];
        int[] groups = new int[rows];
        for (int row = 0; row < rows; row++) {
            groups[row] = random.nextInt(600);
            labels[row] = random.nextInt(4) == 0;
        }
        int[] dense = dense(groups);

        Split split = StratifiedSplit.of(labels, dense, 1);

        Map<Integer, Part> seen = new HashMap<>();
        for (int row = 0; row < rows; row++) {
            Part part = split.part(row);
            assertThat(seen.computeIfAbsent(dense[row], group -> part)).isEqualTo(part);
        }
        Map<Part, Integer> positives = positives(split, labels);
        double rate = (double) Arrays.stream(positives.values().toArray(Integer[]::new))
                        .mapToInt(n -> n)
                        .sum()
                / rows;
        for (Part part : new Part[] {Part.TRAINING, Part.VALIDATION, Part.TEST}) {
            assertThat((double) positives.getOrDefault(part, 0) / split.size(part))
                    .isBetween(rate - .02, rate + .02);
        }
        assertThat(split.size(Part.TRAINING)).isBetween(1190, 1210);
        assertThat(split.size(Part.TEST)).isBetween(390, 410);
    }

    private static int[] dense(int[] groups) {
        Map<Integer, Integer> numbers = new HashMap<>();
        return Arrays.stream(groups)
                .map(group -> numbers.computeIfAbsent(group, unseen -> numbers.size()))
                .toArray();
    }

    @Test
    void aGroupLargerThanAnyOtherPartIsTrainedOn() {
        int[] groups =
                IntStream.range(0, 100).map(row -> row < 50 ? 0 : row - 49).toArray();

        boolean[] labels = new boolean[100];
        IntStream.range(0, 100).forEach(row -> labels[row] = row % 4 == 0);

        Split split = StratifiedSplit.of(labels, groups, 1);

        assertThat(split.part(0)).isEqualTo(Part.TRAINING);
        assertThat(split.part(49)).isEqualTo(Part.TRAINING);
        assertThat(split.size(Part.TEST)).isBetween(15, 25);
    }
}
