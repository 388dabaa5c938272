package io.holdfast.training.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearestTest {
    private static final int ROWS = 20_000;
    private static final int WIDTH = 30;
    private static final int EXCEPT = 9_000;

    /** Near rows come early, late, or again and again; many are equally far. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void rowsPassedOverChangeNothing(int kind) {
        SplittableRandom random = new SplittableRandom(kind);
        int[] distances = new int[ROWS];
        int[] differing = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            distances[row] = 1000 + random.nextInt(kind == 0 ? 50 : 1_000_000) + (kind == 1 ? ROWS - row : row);
            differing[row] = WIDTH - random.nextInt(kind == 2 ? 2 : WIDTH - 2);
            if (kind == 3 && random.nextInt(2000) == 0) {
                distances[row] = random.nextInt(1000);
                differing[row] = random.nextInt(3);
            }
        }
        Nearest nearest = new Nearest(WIDTH, EXCEPT);
        for (int from = 0; from < ROWS; from += 4096) {
            int to = Math.min(ROWS, from + 4096);
            nearest.take(
                    from, to - from, Arrays.copyOfRange(distances, from, to), Arrays.copyOfRange(differing, from, to));
        }
        Neighbourhood found = nearest.found();

        int[] rows = IntStream.range(0, ROWS)
                .filter(row -> row != EXCEPT)
                .boxed()
                .sorted(Comparator.comparingInt(row -> distances[row]))
                .limit(Neighbourhood.FAR)
                .mapToInt(Integer::intValue)
                .toArray();
        int[] counts = IntStream.range(0, ROWS)
                .filter(row -> row != EXCEPT)
                .map(row -> differing[row])
                .sorted()
                .limit(Neighbourhood.NEAR)
                .toArray();
        assertThat(found.rows()).containsExactly(rows);
        assertThat(found.distances())
                .containsExactly(Arrays.stream(rows).map(row -> distances[row]).toArray());
        assertThat(found.differing()).containsExactly(counts);
    }
}
