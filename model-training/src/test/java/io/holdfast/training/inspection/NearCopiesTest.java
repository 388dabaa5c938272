package io.holdfast.training.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.training.inspection.SimulatedTables.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearCopiesTest {
    private static final int ROWS = 3000;

    private final SimulatedTables simulated = new SimulatedTables(1);

    @Test
    void customersWhoAreTheirOwnAreNoCopies() {
        assertNotFound(simulated.customers(ROWS, 20));
        assertNotFound(simulated.customers(ROWS, 8));
    }

    @Test
    void equalRowsOfFewFlagsAreChance() {
        Table flags = simulated.flags(ROWS, 12);

        assertNotFound(flags);
        assertThat(search(flags).chanceShare()).isGreaterThan(.1);
    }

    @Test
    void columnsComputedFromEachOtherAreNoCopies() {
        assertNotFound(simulated.computed(ROWS, 2, 12));
        assertNotFound(simulated.computed(ROWS, 3, 12));
    }

    @Test
    void rowsOfOnePlaceAreNoCopies() {
        assertNotFound(simulated.places(ROWS));
    }

    @Test
    void copiesWithJitterAreFoundAtTheirRowOffset() {
        NearCopies copies = search(simulated.withCopies(simulated.customers(ROWS, 20), 1, .01, 0));

        assertThat(copies.found()).isTrue();
        assertThat(copies.rowOffset()).hasValue(ROWS);
        assertThat(copies.observedShare() - copies.chanceShare()).isGreaterThan(.8);
        assertThat(copies.evidence()).contains("exactly 3,000 rows away");
    }

    @Test
    void shuffledCopiesWithJitterAreFound() {
        Table twins = shuffled(simulated.withCopies(simulated.customers(ROWS, 20), 1, .1, 0));

        NearCopies copies = search(twins);

        assertThat(copies.found()).isTrue();
        assertThat(copies.rowOffset()).isEmpty();
    }

    @Test
    void copiesOfSomeCustomersAreFound() {
        assertThat(search(shuffled(simulated.withCopies(simulated.customers(ROWS, 20), .2, .01, 0)))
                        .found())
                .isTrue();
    }

    @Test
    void copiesWithTwoColumnsChangedAreFound() {
        assertThat(search(shuffled(simulated.withCopies(simulated.customers(ROWS, 20), 1, 0, 2)))
                        .found())
                .isTrue();
        assertThat(search(shuffled(simulated.withCopies(simulated.customers(ROWS, 8), 1, 0, 2)))
                        .found())
                .isTrue();
    }

    @Test
    void customersThatStandTwelveTimesAreFound() {
        Table once = simulated.customers(500, 12);
        Table many = once;
        for (int time = 1; time < 12; time++) {
            many = append(many, simulated.withCopies(once, 1, .01, 0), once.rows());
        }

        assertThat(search(shuffled(many)).found()).isTrue();
    }

    @Test
    void copiesAmongColumnsOfOtherCopiesAreFound() {
        Table twins = shuffled(simulated.withCopies(simulated.places(ROWS), 1, .01, 0));

        assertThat(search(twins).found()).isTrue();
    }

    @Test
    void tellsHowOftenCopiesShareTheLabel() {
        Table twins = simulated.withCopies(simulated.customers(ROWS, 20), 1, .01, 0);
        boolean[] labels = new boolean[2 * ROWS];
        for (int row = 0; row < ROWS; row++) {
            labels[row] = simulated.uniform() < .3;
            labels[row + ROWS] = labels[row];
        }

        assertThat(NearCopies.search(twins.checked(), labels, 1).evidence()).contains("100 % have the same label");
    }

    @Test
    void groupsKeepCopiesTogetherAndOthersApart() {
        Table twins = simulated.withCopies(simulated.customers(ROWS, 20), 1, .01, 0);
        int[] order = simulated.order(2 * ROWS);

        NearCopies copies = search(twins.rowsAt(order));

        assertGroups(copies, order, .98);
    }

    @Test
    void groupsKeepCopiesWithChangedColumnsTogether() {
        Table twins = simulated.withCopies(simulated.customers(ROWS, 20), 1, 0, 2);
        int[] order = simulated.order(2 * ROWS);

        NearCopies copies = search(twins.rowsAt(order));

        assertGroups(copies, order, .97);
    }

    private static void assertGroups(NearCopies copies, int[] order, double kept) {
        int[] groups = copies.groups();
        int[] groupOfCustomer = new int[ROWS];
        Arrays.fill(groupOfCustomer, -1);
        int together = 0;
        for (int row = 0; row < order.length; row++) {
            int customer = order[row] % ROWS;
            together += groupOfCustomer[customer] == groups[row] ? 1 : 0;
            groupOfCustomer[customer] = groups[row];
        }
        assertThat(together).isGreaterThan((int) (kept * ROWS));
        assertThat(copies.keptTogether(groups)).isGreaterThan(kept - .02);
        assertThat(copies.keptTogether(IntStream.range(0, order.length).toArray()))
                .isZero();
        long groupCount = Arrays.stream(groups).distinct().count();
        assertThat(groupCount).isBetween((long) (.95 * ROWS), (long) (1.05 * ROWS));
    }

    @Test
    void withoutCopiesEveryRowIsAGroup() {
        int[] groups = search(simulated.customers(ROWS, 20)).groups();

        assertThat(groups).containsExactly(IntStream.range(0, ROWS).toArray());
    }

    @Test
    void aSmallTableIsNotLookedThrough() {
        NearCopies copies = search(simulated.customers(150, 20));

        assertThat(copies.checked()).isFalse();
        assertThat(copies.found()).isFalse();
        assertThat(copies.evidence()).contains("200 rows and 3 columns");
    }

    @Test
    void constantColumnsIdsAndCopiesOfColumnsDoNotMatter() {
        Table table = simulated.customers(ROWS, 20);
        List<CheckedColumn> columns = new ArrayList<>(table.checked());
        NearCopies plain = NearCopies.search(columns, new boolean[0], 1);
        columns.add(new CheckedColumn.Numbers("constant", new double[ROWS]));
        columns.add(new CheckedColumn.Levels("id", simulated.order(ROWS)));
        columns.add(new CheckedColumn.Numbers(
                "half", Arrays.stream(table.columns().get(0)).map(v -> v / 2).toArray()));

        NearCopies more = NearCopies.search(columns, new boolean[0], 1);

        assertThat(more.evidence()).isEqualTo(plain.evidence());
    }

    @Test
    void theSameSeedGivesTheSameAnswer() {
        Table twins = shuffled(simulated.withCopies(simulated.customers(ROWS, 20), .5, .01, 0));

        NearCopies one = search(twins);
        NearCopies again = search(twins);

        assertThat(again.evidence()).isEqualTo(one.evidence());
        assertThat(again.groups()).containsExactly(one.groups());
    }

    private Table shuffled(Table table) {
        return table.rowsAt(simulated.order(table.rows()));
    }

    /** All rows of the first, and those of the second from that one on. */
    private static Table append(Table table, Table other, int from) {
        return new Table(
                IntStream.range(0, table.columns().size())
                        .mapToObj(c -> DoubleStream.concat(
                                        Arrays.stream(table.columns().get(c)),
                                        Arrays.stream(other.columns().get(c)).skip(from))
                                .toArray())
                        .toList(),
                table.words());
    }

    private static NearCopies search(Table table) {
        return NearCopies.search(table.checked(), new boolean[0], 1);
    }

    private static void assertNotFound(Table table) {
        NearCopies copies = search(table);
        assertThat(copies.checked()).isTrue();
        assertThat(copies.found()).as(copies.evidence()).isFalse();
    }
}
