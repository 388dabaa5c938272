package io.holdfast.training.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CopyGroupsTest {
    private static final int ROWS = 800;

    private final SimulatedTables simulated = new SimulatedTables(2);

    @Test
    void withoutASignEveryRowIsAlone() {
        ComparedRows rows = compared(simulated.customers(ROWS, 8));

        assertThat(new CopyGroups(rows, List.of(), OptionalInt.empty(), 1).numbers())
                .containsExactly(IntStream.range(0, ROWS).toArray());
    }

    @Test
    void exactCopiesShareAGroupHoweverMany() {
        SimulatedTables.Table once = simulated.customers(ROWS, 8);
        int[] fiveTimes = IntStream.range(0, 5 * ROWS).map(row -> row % ROWS).toArray();

        int[] groups = groups(once.rowsAt(fiveTimes));

        for (int row = 0; row < fiveTimes.length; row++) {
            assertThat(groups[row]).isEqualTo(groups[row % ROWS]);
        }
        assertThat(Arrays.stream(groups).distinct().count()).isGreaterThan((long) (.95 * ROWS));
    }

    @Test
    void jitterThatHidesACopyInTheCrowdIsSeenByItsOffset() {
        SimulatedTables.Table twins = simulated.withCopies(simulated.customers(ROWS, 20), 1, .6, 0);

        NearCopies copies = NearCopies.search(twins.checked(), new boolean[0], 1);
        int[] groups = copies.groups();

        assertThat(copies.rowOffset()).hasValue(ROWS);
        long together = IntStream.range(0, ROWS)
                .filter(row -> groups[row] == groups[row + ROWS])
                .count();
        assertThat(together).isGreaterThan((long) (.9 * ROWS));
    }

    @Test
    void numbersCountUpInOrderOfAppearance() {
        int[] groups = groups(simulated.withCopies(simulated.customers(ROWS, 12), .5, .001, 0));

        int next = 0;
        for (int group : groups) {
            assertThat(group).isBetween(0, next);
            next = Math.max(next, group + 1);
        }
    }

    private static int[] groups(SimulatedTables.Table table) {
        NearCopies copies = NearCopies.search(table.checked(), new boolean[0], 1);
        assertThat(copies.found()).isTrue();
        return copies.groups();
    }

    private static ComparedRows compared(SimulatedTables.Table table) {
        return ComparedRows.of(table.checked().stream().map(CodedColumn::of).toList(), 1);
    }
}
