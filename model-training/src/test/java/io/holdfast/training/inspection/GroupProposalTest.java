package io.holdfast.training.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class GroupProposalTest {
    private static final int ROWS = 1000;

    private final NearCopies copies = NearCopies.search(twins().checked(), new boolean[0], 1);

    private static SimulatedTables.Table twins() {
        SimulatedTables simulated = new SimulatedTables(1);
        return simulated.withCopies(simulated.customers(ROWS, 12), 1, .001, 0);
    }

    @Test
    void proposesTheColumnThatKeepsCopiesTogether() {
        assertThat(GroupProposal.column(
                        copies,
                        List.of(
                                column("row", row -> "r" + row),
                                column("household", row -> "h" + row % ROWS),
                                column("plan", row -> "p" + row % 4))))
                .hasValue("household");
    }

    @Test
    void ofTwoItTakesTheOneThatDividesMore() {
        assertThat(GroupProposal.column(
                        copies,
                        List.of(
                                column("street", row -> "s" + row % ROWS / 4),
                                column("household", row -> "h" + row % ROWS))))
                .hasValue("household");
    }

    @Test
    void aColumnOfFewValuesIsNoGroup() {
        assertThat(GroupProposal.column(copies, List.of(column("plan", row -> "p" + row % ROWS % 5))))
                .isEmpty();
    }

    @Test
    void rowsWithoutAGroupAreAlone() {
        assertThat(GroupProposal.column(
                        copies, List.of(column("household", row -> row % 2 == 0 ? "" : "h" + row % ROWS))))
                .isEmpty();
    }

    private static InspectedColumn column(String name, IntFunction<String> cell) {
        ColumnTally tally = new ColumnTally(name);
        List<String> cells = new ArrayList<>();
        for (int row = 0; row < 2 * ROWS; row++) {
            cells.add(cell.apply(row));
        }
        cells.forEach(text -> tally.add(text, text.isEmpty()));
        return InspectedColumn.guessed(tally);
    }
}
