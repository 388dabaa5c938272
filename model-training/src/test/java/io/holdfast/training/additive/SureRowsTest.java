package io.holdfast.training.additive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SureRowsTest {
    private static boolean[] leavers(int leavers, int rows) {
        boolean[] positives = new boolean[rows];
        Arrays.fill(positives, 0, leavers, true);
        return positives;
    }

    @Test
    void rowsOfTheirOwnCountInFullWhereOneInTwentyLeaves() {
        int[] own = IntStream.range(0, 1000).toArray();

        assertThat(SureRows.of(leavers(50, 1000), own)).isEqualTo(1000);
        assertThat(SureRows.of(leavers(500, 1000), own)).isEqualTo(1000);
    }

    @Test
    void whereFewLeaveOrFewStayTheyDecide() {
        int[] own = IntStream.range(0, 1000).toArray();

        assertThat(SureRows.of(leavers(7, 1000), own)).isEqualTo(140);
        assertThat(SureRows.of(leavers(994, 1000), own)).isEqualTo(120);
    }

    @Test
    void rowsOfOneGroupCountOnceAndItsLeavingToo() {
        int[] ofFour = IntStream.range(0, 1000).map(row -> row / 4).toArray();

        assertThat(SureRows.of(leavers(500, 1000), ofFour)).isEqualTo(250);
        assertThat(SureRows.of(leavers(40, 1000), ofFour)).isEqualTo(200);
    }

    @Test
    void groupsMayHaveAnyNumbers() {
        int[] groups = {-5, Integer.MAX_VALUE, -5, 0, 7, 7};

        assertThat(SureRows.of(leavers(3, 6), groups)).isEqualTo(4);
    }

    @Test
    void ofOneClassNothingIsSure() {
        assertThat(SureRows.of(new boolean[10], new int[10])).isZero();
    }
}
