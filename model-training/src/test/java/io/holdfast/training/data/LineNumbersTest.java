package io.holdfast.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LineNumbersTest {
    private static LineNumbers of(long[] lines) {
        LineNumbers numbers = new LineNumbers();
        for (long line : lines) {
            numbers.add(line);
        }
        return numbers;
    }

    /** The first row that begins late is the second, the hundredth, or none. */
    @Test
    void givesBackTheLineOfEveryRow() {
        for (int late : new int[] {1, 100, 50_000}) {
            long[] lines = LongStream.range(0, 40_000)
                    .map(row -> 2 + row + (row < late ? 0 : 1 + row / 1000))
                    .toArray();
            LineNumbers numbers = of(lines);

            assertThat(LongStream.range(0, lines.length).map(row -> numbers.get((int) row)))
                    .containsExactly(LongStream.of(lines).boxed().toArray(Long[]::new));
        }
    }

    /** A row of several lines that is the only one. */
    @Test
    void aLaterRowMayAgainStandWhereItWouldHaveStood() {
        LineNumbers numbers = of(new long[] {2, 3, 6, 5});

        assertThat(numbers.get(1)).isEqualTo(3);
        assertThat(numbers.get(2)).isEqualTo(6);
        assertThat(numbers.get(3)).isEqualTo(5);
    }
}
