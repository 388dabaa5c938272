package io.holdfast.training.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CellStoreTest {
    private final CellStore store = new CellStore();

    @Test
    void fewWordsAreKeptAndCounted() {
        add("a", "b", "a", "", "c", "a");

        assertThat(store.words()).containsExactly("a", "b", "c");
        assertThat(store.wordCounts()).containsExactly(3, 1, 1);
        assertThat(store.numeric()).isFalse();
        assertThat(store.levels("x").codes()).containsExactly(0, 1, 0, -1, 2, 0);
    }

    @Test
    void fewNumbersBecomeQuantities() {
        add("1", "2.5", "", "1", "-3e2");

        assertThat(store.numeric()).isTrue();
        CheckedColumn.Numbers numbers = store.numbers("x");
        assertThat(numbers.values()).containsExactly(1, 2.5, Double.NaN, 1, -300);
        assertThat(numbers.missing(2)).isTrue();
        assertThat(numbers.missing(1)).isFalse();
    }

    @Test
    void manyNumbersBecomeQuantitiesOnTheWay() {
        int rows = 3 * CellStore.MANY_WORDS;
        for (int row = 0; row < rows; row++) {
            add(row % 10 == 3 ? "" : String.valueOf(row / 8.0));
        }

        assertThat(store.words()).isEmpty();
        assertThat(store.numeric()).isTrue();
        CheckedColumn.Numbers numbers = store.numbers("x");
        assertThat(numbers.size()).isEqualTo(rows);
        for (int row = 0; row < rows; row++) {
            if (row % 10 == 3) {
                assertThat(numbers.missing(row)).isTrue();
            } else {
                assertThat(numbers.values()[row]).isEqualTo(row / 8.0);
            }
        }
    }

    @Test
    void oddOnesAmongNumbersAreCounted() {
        for (int row = 0; row < 2 * CellStore.MANY_WORDS; row++) {
            add(row % 1000 == 999 ? "n.a." : row % 1000 == 998 ? "?" : String.valueOf(row));
        }

        CheckedColumn.Numbers numbers = store.numbers("x");
        assertThat(store.odd().total()).isEqualTo(16);
        assertThat(store.odd().counts()).containsEntry("n.a.", 8L).containsEntry("?", 8L);
        assertThat(numbers.missing(999)).isTrue();
        assertThat(numbers.missing(8)).isFalse();
    }

    @Test
    void oddOnesAmongFewNumbersAreCountedTwo() {
        add("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "n.a.");

        assertThat(store.numeric()).isTrue();
        store.numbers("x");
        assertThat(store.odd().counts()).containsOnlyKeys("n.a.");
    }

    @Test
    void someNumbersAmongWordsMakeNoQuantity() {
        add("1", "2", "three", "4", "five");

        assertThat(store.numeric()).isFalse();
    }

    @Test
    void veryManyWordsAreToldApartAllTheSame() {
        SplittableRandom random = new SplittableRandom(1);
        List<String> cells = new ArrayList<>();
        for (int row = 0; row < 2 * CellStore.MOST_WORDS; row++) {
            cells.add(row % 50 == 0 ? "" : "w" + random.nextInt(CellStore.MOST_WORDS * 2));
        }
        add(cells.toArray(String[]::new));

        assertThat(store.words()).isEmpty();
        assertThat(store.numeric()).isFalse();
        CheckedColumn.Levels levels = store.levels("x");
        assertThat(levels.size()).isEqualTo(cells.size());
        for (int row = 1; row < cells.size(); row++) {
            int other = random.nextInt(row);
            assertThat(levels.missing(row)).isEqualTo(cells.get(row).isEmpty());
            assertThat(levels.codes()[row] == levels.codes()[other])
                    .isEqualTo(cells.get(row).equals(cells.get(other)));
        }
        long distinct =
                cells.stream().filter(cell -> !cell.isEmpty()).distinct().count();
        assertThat(CodedColumn.of(levels).distinct()).isEqualTo((int) distinct);
    }

    @Test
    void nothingButMissingIsNoNumber() {
        add("", "", "");

        assertThat(store.numeric()).isFalse();
        assertThat(store.size()).isEqualTo(3);
        assertThat(store.levels("x").codes()).containsOnly(-1);
    }

    private void add(String... cells) {
        for (String cell : cells) {
            if (cell.isEmpty()) {
                store.addMissing();
            } else {
                store.add(cell);
            }
        }
    }
}
