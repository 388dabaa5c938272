package io.holdfast.training.additive.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpacedDatesTest {
    private static final int ROWS = 50;

    /** Fifty rows of each day, of which so many left. */
    private static int[] of(int[] days, int[] leavers, int apart) {
        boolean[] positives = new boolean[days.length * ROWS];
        int[] ofRow = new int[positives.length];
        for (int row = 0; row < ofRow.length; row++) {
            ofRow[row] = days[row / ROWS];
            positives[row] = row % ROWS < leavers[row / ROWS];
        }
        int[] numbers = SpacedDates.of(ofRow, positives, apart);
        return IntStream.range(0, days.length)
                .map(day -> {
                    int number = numbers[day * ROWS];
                    assertThat(Arrays.copyOfRange(numbers, day * ROWS, (day + 1) * ROWS))
                            .containsOnly(number);
                    return number;
                })
                .toArray();
    }

    private static int[] each(int count, int value) {
        return IntStream.range(0, count).map(i -> value).toArray();
    }

    @Test
    void theLastDateIsTakenAndThenEachThatLiesFarEnoughBefore() {
        int[] days = {0, 61, 122, 183, 244, 305, 366};

        assertThat(of(days, each(7, 20), 90)).containsExactly(0, -1, 1, -1, 2, -1, 3);
        assertThat(of(days, each(7, 20), 61)).containsExactly(0, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void aDateWithTooFewOfAClassMakesRoomForAnotherOne() {
        int[] days = {0, 61, 122, 183, 244, 305, 366};

        assertThat(of(days, new int[] {20, 20, 20, 20, 20, 20, 19}, 90)).containsExactly(-1, 0, -1, 1, -1, 2, -1);
        assertThat(of(days, new int[] {20, 20, 20, 20, 20, 20, 31}, 90)).containsExactly(-1, 0, -1, 1, -1, 2, -1);
    }

    @Test
    void onTwoDatesNothingIsCompared() {
        assertThat(of(new int[] {0, 61, 122, 183}, each(4, 25), 100)).containsOnly(-1);
    }

    @Test
    void ofManyDatesTheLastEightAreTaken() {
        int[] days = IntStream.range(0, 12).map(i -> 30 * i).toArray();

        assertThat(of(days, each(12, 25), 30)).containsExactly(-1, -1, -1, -1, 0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void theOrderOfRowsDoesNotMatter() {
        int[] days = {366, 0, 122, 244};

        assertThat(of(days, each(4, 25), 90)).containsExactly(3, 0, 1, 2);
    }
}
