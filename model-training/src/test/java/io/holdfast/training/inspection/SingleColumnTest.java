package io.holdfast.training.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SingleColumnTest {
    private static final int ROWS = 5000;

    private final SimulatedTables simulated = new SimulatedTables(1);
    private final boolean[] left = new boolean[ROWS];
    private final SingleColumn single;

    SingleColumnTest() {
        for (int row = 0; row < ROWS; row++) {
            left[row] = simulated.uniform() < .2;
        }
        single = new SingleColumn(left, 1);
    }

    @Test
    void wordsThatTellNothingReachOneHalfOutOfFold() {
        assertThat(single.outOfFold(levels(row -> simulated.below(10)))).isCloseTo(.5, within(.05));
        assertThat(single.outOfFold(levels(row -> simulated.below(ROWS / 2)))).isCloseTo(.5, within(.05));
        assertThat(single.outOfFold(levels(row -> row))).isCloseTo(.5, within(1e-9));
    }

    @Test
    void wordsThatTellReachWhatTheyTell() {
        // Leavers say 1 in 9 of 10 cases, stayers in 1 of 10.
        assertThat(single.outOfFold(levels(row -> left[row] == simulated.uniform() < .9 ? 1 : 0)))
                .isCloseTo(.9, within(.02));
    }

    @Test
    void numbersAreBinnedAndNeedNotAscend() {
        CodedColumn inside = numbers(row -> left[row] ? simulated.uniform() - .5 : 2 * simulated.uniform() - 1);

        // All leavers are inside, and half of the stayers.
        assertThat(single.outOfFold(inside)).isCloseTo(.75, within(.03));
        assertThat(single.ranked(inside)).isCloseTo(.5, within(.05));
    }

    @Test
    void rankedLooksBothWays() {
        CodedColumn up = numbers(row -> simulated.normal() + (left[row] ? 1 : 0));
        CodedColumn down = numbers(row -> simulated.normal() - (left[row] ? 1 : 0));

        assertThat(single.ranked(up)).isCloseTo(.76, within(.03));
        assertThat(single.ranked(down)).isCloseTo(.76, within(.03));
        assertThat(single.ranked(levels(row -> left[row] ? 1 : 0))).isEqualTo(.5);
    }

    @Test
    void missingnessComparesShares() {
        CodedColumn column = numbers(row -> simulated.uniform() < (left[row] ? .9 : .1) ? Double.NaN : row % 90);

        assertThat(single.missingness(column)).isCloseTo(.9, within(.02));
        assertThat(single.missingness(numbers(row -> row % 90))).isEqualTo(.5);
    }

    @Test
    void fewValuesKeepTheirOwnBinAndManyShare() {
        int[] few = SingleColumn.bins(numbers(row -> row % 50));
        int[] many = SingleColumn.bins(numbers(row -> row));

        assertThat(IntStream.of(few).distinct().count()).isEqualTo(50);
        assertThat(IntStream.of(many).distinct().count()).isBetween(64L, 65L);
        int[] counts = new int[66];
        IntStream.of(many).forEach(bin -> counts[bin]++);
        assertThat(IntStream.of(counts).max().orElseThrow()).isLessThanOrEqualTo(ROWS / 64 + 2);
    }

    private static CodedColumn numbers(IntToDoubleFunction value) {
        return CodedColumn.of(new CheckedColumn.Numbers(
                "x", IntStream.range(0, ROWS).mapToDouble(value).toArray()));
    }

    private static CodedColumn levels(IntUnaryOperator code) {
        return CodedColumn.of(
                new CheckedColumn.Levels("x", IntStream.range(0, ROWS).map(code).toArray()));
    }
}
