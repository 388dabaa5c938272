package io.holdfast.training.additive.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.scoring.model.Coding;
import io.holdfast.training.additive.bagging.Bags;
import io.holdfast.training.additive.binning.BinnedTable;
import io.holdfast.training.additive.binning.BinningSettings;
import io.holdfast.training.additive.parallel.Workers;
import io.holdfast.training.data.FeatureColumn;
import io.holdfast.training.data.NumberColumn;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MainTreeTest {
    private static final LeafRule RULE = new LeafRule(0, 10, 100);

    /** Best steps of the eight values of a column, of 10 rows each. */
    private static final double[] STEPS = {1, 1, 5, 5, -2, -2, -2, 3};

    private final Axis axis = axis();
    private final Leaves leaves = new Leaves(axis.size());

    @Test
    void asManyLeavesAsThereAreStepsFollowThemAll() {
        double gain = fit(4);

        for (int value = 0; value < STEPS.length; value++) {
            assertThat(leaves.value(Coding.FIRST + value)).isCloseTo(STEPS[value], within(1e-12));
        }
        assertThat(gain).isCloseTo(squaresAround(mean(0, 8)), within(1e-9));
    }

    /** Parting {1, 1, 5, 5} from {-2, -2, -2, 3} takes away more squares than any other cut. */
    @Test
    void twoLeavesArePartedWhereTheGainIsLargest() {
        fit(2);

        assertThat(leaves.value(Coding.FIRST)).isCloseTo(mean(0, 4), within(1e-12));
        assertThat(leaves.value(Coding.FIRST + 7)).isCloseTo(mean(4, 8), within(1e-12));
    }

    @Test
    void whatIsLevelIsNotCut() {
        double[] level = new double[2 * axis.size()];
        int[] rows = new int[axis.size()];
        for (int cell = Coding.FIRST; cell < axis.size(); cell++) {
            level[2 * cell] = 3;
            level[2 * cell + 1] = 10;
            rows[cell] = 10;
        }

        assertThat(new MainTree(RULE, axis.size(), 4).fit(axis, level, rows, leaves))
                .isZero();
        assertThat(leaves.isEmpty()).isTrue();
    }

    private double fit(int mostLeaves) {
        double[] sums = new double[2 * axis.size()];
        int[] rows = new int[axis.size()];
        for (int value = 0; value < STEPS.length; value++) {
            int cell = Coding.FIRST + value;
            sums[2 * cell] = 10 * STEPS[value];
            sums[2 * cell + 1] = 10;
            rows[cell] = 10;
        }
        return new MainTree(RULE, axis.size(), mostLeaves).fit(axis, sums, rows, leaves);
    }

    private static double mean(int from, int to) {
        return Arrays.stream(STEPS, from, to).average().orElseThrow();
    }

    private static double squaresAround(double centre) {
        return Arrays.stream(STEPS)
                .map(step -> 10 * (step - centre) * (step - centre))
                .sum();
    }

    private static Axis axis() {
        double[] values = IntStream.range(0, 80).mapToDouble(row -> row % 8).toArray();
        boolean[] positives = new boolean[80];
        Arrays.fill(positives, 0, 40, true);
        int[] rows = IntStream.range(0, 80).toArray();
        Bags bags = Bags.deal(rows, positives, rows, 2, 1);
        double[] ones = new double[80];
        Arrays.fill(ones, 1);
        List<FeatureColumn> features = List.of(NumberColumn.of("x", values));
        try (Workers workers = new Workers(1)) {
            return Axis.full(new BinnedTable(features, bags, ones, ones, BinningSettings.defaults(), workers)
                    .columns()
                    .get(0));
        }
    }
}
