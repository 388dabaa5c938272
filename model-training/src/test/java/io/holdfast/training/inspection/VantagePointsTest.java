package io.holdfast.training.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VantagePointsTest {
    private static final int ROWS = 700;

    @Test
    void findsTheSameNeighboursAsComparingWithAll() {
        SimulatedTables simulated = new SimulatedTables(5);
        ComparedRows rows = compared(simulated.withCopies(simulated.customers(ROWS, 10), .3, .02, 0));
        VantagePoints points = new VantagePoints(rows, 1);

        for (int within : new int[] {ComparedRows.UNIT / 10, ComparedRows.UNIT, 4 * ComparedRows.UNIT}) {
            VantagePoints.Search search = points.new Search(8, Integer.MAX_VALUE);
            for (int row = 0; row < ROWS; row += 7) {
                int found = search.around(row, within);
                assertThat(Arrays.copyOf(search.distances(), found)).isEqualTo(all(points, rows, row, within));
                for (int place = 0; place < found; place++) {
                    assertThat(points.distance(row, search.row(place), Integer.MAX_VALUE))
                            .isEqualTo(search.distances()[place]);
                }
            }
        }
    }

    private static ComparedRows compared(SimulatedTables.Table table) {
        return ComparedRows.of(table.checked().stream().map(CodedColumn::of).toList(), 1);
    }

    private static int[] all(VantagePoints points, ComparedRows rows, int row, int within) {
        return IntStream.range(0, rows.size())
                .filter(other -> other != row)
                .map(other -> points.distance(row, other, Integer.MAX_VALUE))
                .filter(distance -> distance <= within)
                .sorted()
                .limit(8)
                .toArray();
    }

    @Test
    void distancesAreThoseOfTheTable() {
        SimulatedTables simulated = new SimulatedTables(6);
        ComparedRows rows = compared(simulated.customers(ROWS, 12));
        VantagePoints points = new VantagePoints(rows, 1);
        int[] distances = Comparison.of(rows, rows.row(3)).distances();

        for (int row = 0; row < ROWS; row++) {
            assertThat(points.distance(3, row, Integer.MAX_VALUE)).isEqualTo(distances[row]);
        }
    }

    @Test
    void aSearchEndsAtItsBudget() {
        ComparedRows rows = compared(new SimulatedTables(7).customers(ROWS, 10));
        VantagePoints.Search search = new VantagePoints(rows, 1).new Search(8, 50);

        assertThat(search.around(0, Integer.MAX_VALUE)).isBetween(1, 8);
    }
}
