package io.holdfast.training.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColumnBlocksTest {
    private static final int ROWS = 600;

    @Test
    void findsTheSameCopiesAsComparingWithAll() {
        SimulatedTables simulated = new SimulatedTables(3);
        ComparedRows rows = compared(simulated.withCopies(simulated.customers(ROWS, 12), .5, 0, 2));
        ColumnBlocks blocks = new ColumnBlocks(rows);

        int copied = 0;
        for (int row = 0; row < rows.size(); row++) {
            int[] expected = byComparing(rows, row);
            assertThat(Arrays.stream(blocks.copiesOf(row)).sorted().toArray())
                    .as("row " + row)
                    .containsExactly(expected);
            copied += expected.length > 0 ? 1 : 0;
        }
        assertThat(copied).isGreaterThan(ROWS / 2);
    }

    /** Rows that differ in at most m columns, for the largest m up to two such that none differs in m + 1. */
    private static int[] byComparing(ComparedRows rows, int row) {
        int[] differing = Comparison.of(rows, rows.row(row)).differing();
        for (int most = 2; most >= 0; most--) {
            int limit = most;
            int[] alike = IntStream.range(0, rows.size())
                    .filter(other -> other != row && differing[other] <= limit)
                    .toArray();
            boolean gap =
                    IntStream.range(0, rows.size()).noneMatch(other -> other != row && differing[other] == limit + 1);
            if (gap && IntStream.of(alike).anyMatch(other -> differing[other] == limit)) {
                return alike;
            }
        }
        return new int[0];
    }

    @Test
    void rowsWithoutACopyHaveNone() {
        ComparedRows rows = compared(new SimulatedTables(4).customers(ROWS, 12));
        ColumnBlocks blocks = new ColumnBlocks(rows);

        assertThat(IntStream.range(0, ROWS)).allMatch(row -> blocks.copiesOf(row).length == 0);
    }

    private static ComparedRows compared(SimulatedTables.Table table) {
        return ComparedRows.of(table.checked().stream().map(CodedColumn::of).toList(), 1);
    }
}
