package io.holdfast.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplesTest {
    /** Whatever lots they come in, and whichever thread draws them. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 100, 101})
    void areAsIfDrawnOneAfterTheOther(int samples) {
        SplittableRandom random = new SplittableRandom(42);
        List<int[]> drawn = new ArrayList<>();
        for (int sample = 0; sample < samples; sample++) {
            int[] counts = new int[53];
            Resamples.draw(counts, random);
            drawn.add(counts);
        }

        List<int[]> found = Resamples.of(53, samples, 42, () -> int[]::clone);

        assertThat(found).usingRecursiveFieldByFieldElementComparator().containsExactlyElementsOf(drawn);
    }

    @Test
    void everySampleHasAsManyAsThereAre() {
        List<Integer> sizes = Resamples.of(20, 30, 1, () -> counts -> {
            int size = 0;
            for (int count : counts) {
                size += count;
            }
            return size;
        });

        assertThat(sizes).hasSize(30).containsOnly(20);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Long.MAX_VALUE, 0x9E3779B97F4A7C15L})
    void aGeneratorGoesOnFromAnyPlace(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int given = 0; given < 1000; given++) {
            assertThat(Resamples.after(given, seed).nextLong()).isEqualTo(random.nextLong());
        }
    }
}
