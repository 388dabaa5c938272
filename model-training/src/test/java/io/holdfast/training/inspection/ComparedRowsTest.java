package io.holdfast.training.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparedRowsTest {
    private static final int ROWS = 9000;

    private final SimulatedTables simulated = new SimulatedTables(1);
    private final ComparedRows rows = ComparedRows.of(
            List.of(
                    coded(new CheckedColumn.Numbers(
                            "number",
                            IntStream.range(0, ROWS)
                                    .mapToDouble(row -> simulated.normal())
                                    .toArray())),
                    coded(new CheckedColumn.Numbers(
                            "gaps",
                            IntStream.range(0, ROWS)
                                    .mapToDouble(row -> row % 3 == 0 ? Double.NaN : simulated.below(40))
                                    .toArray())),
                    coded(new CheckedColumn.Levels(
                            "words",
                            IntStream.range(0, ROWS)
                                    .map(row -> simulated.below(6) - 1)
                                    .toArray()))),
            1);

    @Test
    void addsRanksOfNumbersAndOneForOtherWords() {
        for (int asked : new int[] {0, 1, 4100}) {
            Comparison compared = Comparison.of(rows, rows.row(asked));
            int[] distances = compared.distances();
            int[] differing = compared.differing();

            for (int row = 0; row < ROWS; row += 11) {
                int distance = 0;
                int columns = 0;
                for (int c = 0; c < rows.width(); c++) {
                    int one = rows.column(c).codes()[asked];
                    int other = rows.column(c).codes()[row];
                    int difference = one == other
                            ? 0
                            : !rows.column(c).ordered() || one == 0 || other == 0
                                    ? ComparedRows.UNIT
                                    : Math.abs(one - other);
                    distance += difference;
                    columns += difference == 0 ? 0 : 1;
                }
                assertThat(distances[row]).isEqualTo(distance);
                assertThat(differing[row]).isEqualTo(columns);
            }
            assertThat(distances[asked]).isZero();
        }
    }

    @Test
    void distancesObeyTheTriangleInequality() {
        int[] fromFirst = Comparison.of(rows, rows.row(0)).distances();
        int[] fromSecond = Comparison.of(rows, rows.row(1)).distances();

        for (int row = 0; row < ROWS; row++) {
            assertThat(fromFirst[1]).isLessThanOrEqualTo(fromFirst[row] + fromSecond[row]);
        }
    }

    @Test
    void columnsThatCannotTellAreLeftOut() {
        ComparedRows left = ComparedRows.of(
                List.of(
                        coded(new CheckedColumn.Levels("constant", new int[ROWS])),
                        coded(new CheckedColumn.Levels("id", simulated.order(ROWS))),
                        coded(new CheckedColumn.Numbers(
                                "sequence",
                                IntStream.range(0, ROWS).asDoubleStream().toArray())),
                        coded(new CheckedColumn.Levels(
                                "plan",
                                IntStream.range(0, ROWS).map(row -> row % 7).toArray()))),
                1);

        assertThat(left.width()).isEqualTo(1);
        assertThat(left.column(0).name()).isEqualTo("plan");
    }

    private static CodedColumn coded(CheckedColumn column) {
        return CodedColumn.of(column);
    }
}
