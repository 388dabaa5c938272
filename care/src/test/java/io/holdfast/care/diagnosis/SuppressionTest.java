package io.holdfast.care.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SuppressionTest {
    private static final int MOST = 6;

    /** Hidden counts as -1. */
    private static List<Integer> shown(List<Count> counts) {
        return counts.stream().map(count -> count.shown().orElse(-1)).toList();
    }

    /** Of a list with its sum; the sum comes last. */
    private static List<Integer> list(Integer... parts) {
        Suppression suppression = new Suppression();
        List<Count> counts = new ArrayList<>(Stream.of(parts).map(Count::of).toList());
        Count total = Count.of(Stream.of(parts).mapToInt(Integer::intValue).sum());
        suppression.sum(total, counts);
        suppression.solve();
        counts.add(total);
        return shown(counts);
    }

    @Test
    void oneToFourAreNotShownAloneAndNobodyIs() {
        assertThat(IntStream.rangeClosed(0, 5)
                        .mapToObj(number -> Count.of(number).shown()))
                .containsExactly(
                        OptionalInt.of(0),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.of(5));
    }

    @Test
    void aSingleHiddenPartTakesTheSmallestOtherWithIt() {
        assertThat(list(40, 18, 2)).containsExactly(40, -1, -1, 60);
        assertThat(list(40, 0, 2, 18, 18)).as("of equal ones the last").containsExactly(40, 0, -1, 18, -1, 78);
        assertThat(list(40, 18, 5)).containsExactly(40, 18, 5, 63);
    }

    @Test
    void hiddenPartsMustNotBeToldByTheirSum() {
        assertThat(list(40, 18, 1, 1)).as("two of one each").containsExactly(40, -1, -1, -1, 60);
        assertThat(list(40, 18, 2, 3)).containsExactly(40, 18, -1, -1, 63);
        assertThat(list(40, 18, 1, 1, 3))
                .as("none of five in three parts can be four")
                .containsExactly(40, -1, -1, -1, -1, 63);
    }

    @Test
    void whereNothingElseIsThereTheSumIsHidden() {
        assertThat(list(3, 0, 0)).containsExactly(-1, 0, 0, -1);
        assertThat(list(1, 1, 3)).containsExactly(-1, -1, -1, -1);
        assertThat(list(0, 0)).containsExactly(0, 0, 0);
    }

    /** 13 of all less 10 shown elsewhere would be three. */
    @Test
    void aSecondListDoesNotTellWhatTheFirstHides() {
        Count wavering = Count.of(10);
        Count declining = Count.of(3);
        Count all = Count.of(13);
        Count of = Count.of(43);
        Suppression suppression = new Suppression();
        suppression.sum(all, List.of(wavering, declining));
        suppression.sum(of, List.of(declining, Count.of(40)));
        suppression.solve();

        assertThat(shown(List.of(declining, of))).containsExactly(-1, 43);
        assertThat(wavering.isShown() && all.isShown()).isFalse();
    }

    /** Both lists together tell what neither tells alone: 30 less 25 of which two more are known. */
    @Test
    void listsAreReadTogether() {
        Count one = Count.of(10);
        Count other = Count.of(15);
        Count lost = Count.of(3);
        Count there = Count.of(25);
        Count all = Count.of(28);
        one.hide();
        other.hide();
        Suppression suppression = new Suppression();
        suppression.sum(there, List.of(one, other));
        suppression.sum(all, List.of(one, other, lost));
        suppression.solve();

        assertThat(there.isShown() && all.isShown()).isFalse();
    }

    @Test
    void whatNobodyPrintsIsGuardedToo() {
        Count tier = Count.of(20);
        Count wavering = Count.of(12);
        Count others = Count.of(6);
        Suppression suppression = new Suppression();
        suppression.sum(tier, List.of(wavering, others, Count.unseen(2)));
        suppression.solve();
        assertThat(shown(List.of(tier, wavering, others))).containsExactly(20, 12, -1);

        Count open = Count.of(20);
        Suppression missing = new Suppression();
        missing.sum(open, List.of(Count.of(18), Count.missing(2)));
        missing.solve();
        assertThat(open.isShown()).as("what is missing tells of nobody").isTrue();
    }

    @Test
    void aCountIsHiddenWithThoseItIsBoundTo() {
        Count margin = Count.of(12);
        Count shown = Count.of(13);
        Count free = Count.of(12);
        Suppression suppression = new Suppression();
        suppression.bind(margin, List.of(Count.of(3), shown));
        suppression.bind(free, List.of(shown));
        suppression.solve();

        assertThat(shown(List.of(margin, free))).containsExactly(-1, 12);
    }

    /** Tables of two rows and three columns with all their sums: every way to fill in what is hidden is tried. */
    @Test
    void noSmallCountOfATableWithItsSumsCanBeWorkedOut() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 15; i++) {
            int[] cells = random.ints(6, 0, MOST).toArray();
            Table table = new Table(cells);
            table.suppression.solve();
            List<Set<Integer>> possible = table.possible();
            for (int cell = 0; cell < 6; cell++) {
                if (table.cells.get(cell).isSmall()) {
                    assertThat(possible.get(cell))
                            .as(
                                    "cell %d of %s shown as %s",
                                    cell, IntStream.of(cells).boxed().toList(), table)
                            .contains(cells[cell])
                            .hasSizeGreaterThan(2);
                }
            }
        }
    }

    private static final class Table {
        final Suppression suppression = new Suppression();
        final List<Count> cells;
        final List<Count> sums = new ArrayList<>();
        private static final int[][] LINES = {{0, 1, 2}, {3, 4, 5}, {0, 3}, {1, 4}, {2, 5}};

        Table(int... numbers) {
            cells = IntStream.of(numbers).mapToObj(Count::of).toList();
            for (int[] line : LINES) {
                Count sum =
                        Count.of(IntStream.of(line).map(cell -> numbers[cell]).sum());
                sums.add(sum);
                suppression.sum(sum, IntStream.of(line).mapToObj(cells::get).toList());
            }
        }

        /** What each cell can be. */
        List<Set<Integer>> possible() {
            List<Set<Integer>> possible = new ArrayList<>();
            cells.forEach(cell -> possible.add(new TreeSet<>()));
            fill(0, new int[6], possible);
            return possible;
        }

        private void fill(int cell, int[] values, List<Set<Integer>> possible) {
            if (cell == 6) {
                for (int line = 1; line < LINES.length; line++) {
                    if (!fits(line, values)) {
                        return;
                    }
                }
                for (int at = 0; at < 6; at++) {
                    possible.get(at).add(values[at]);
                }
                return;
            }
            if (cell == 3 && !fits(0, values)) {
                return;
            }
            boolean shown = cells.get(cell).isShown();
            int most = shown ? cells.get(cell).number() : MOST + 2;
            for (int value = shown ? most : 1; value <= most; value++) {
                values[cell] = value;
                fill(cell + 1, values, possible);
            }
        }

        private boolean fits(int line, int[] values) {
            int sum = 0;
            for (int cell : LINES[line]) {
                sum += values[cell];
            }
            return sums.get(line).isShown() ? sum == sums.get(line).number() : sum > 0;
        }

        @Override
        public String toString() {
            return cells + " " + sums;
        }
    }
}
