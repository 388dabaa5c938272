package io.holdfast.training.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LotsTest {
    /** Expected: SplitMix64 (Steele, Lea and Flood 2014) computed in Python, times 100, high 64 bits. */
    @Test
    void drawsTheSameOnEveryJavaVersion() {
        Lots lots = new Lots(1);

        assertThat(IntStream.range(0, 6).map(i -> lots.below(100)).toArray()).containsExactly(56, 74, 97, 44, 44, 76);
    }

    @Test
    void everyNumberIsAsLikely() {
        Lots lots = new Lots(2);
        int[] counts = new int[7];
        for (int draw = 0; draw < 70_000; draw++) {
            counts[lots.below(7)]++;
        }

        assertThat(Arrays.stream(counts)).allMatch(count -> count > 9_500 && count < 10_500);
    }

    @Test
    void aSampleAscendsWithoutRepeating() {
        for (int wanted : new int[] {0, 1, 10, 99}) {
            int[] sample = new Lots(3).sample(100, wanted);

            assertThat(sample).hasSize(wanted).isSorted().doesNotHaveDuplicates();
            assertThat(Arrays.stream(sample)).allMatch(number -> number >= 0 && number < 100);
        }
    }

    @Test
    void everyRowIsSampledAsOften() {
        int[] counts = new int[10];
        for (int seed = 0; seed < 5_000; seed++) {
            for (int row : new Lots(seed).sample(10, 3)) {
                counts[row]++;
            }
        }

        assertThat(Arrays.stream(counts)).allMatch(count -> count > 1_380 && count < 1_620);
    }

    @Test
    void aSampleOfMoreThanThereAreIsAll() {
        assertThat(new Lots(4).sample(5, 9)).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void shufflingLosesNothing() {
        int[] elements = IntStream.range(0, 50).toArray();
        new Lots(5).shuffle(elements);

        assertThat(elements).isNotEqualTo(IntStream.range(0, 50).toArray());
        Arrays.sort(elements);
        assertThat(elements).containsExactly(IntStream.range(0, 50).toArray());
    }
}
