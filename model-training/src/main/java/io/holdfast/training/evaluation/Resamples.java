package io.holdfast.training.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Bootstrap samples, each drawn from a place of its own in one stream of random numbers, so that they are the same for any number of
 * threads and as if they had been drawn one after the other.
 */
final class Resamples {
    /** What a {@link SplittableRandom} adds to its seed for every number (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators"). */
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    /** Samples are worked on in so many lots at a time, since each takes memory for a pass over all rows. */
    private static final int MOST_LOTS = 8;

    private Resamples() {}

    /**
     * What is found in each sample.
     *
     * @param drawable rows or clusters, as many of which are drawn with replacement
     * @param samples how many
     * @param sweeps makes what looks at samples, one after the other, for one thread: it is given how often each was drawn, to be read only
     * @return in the order of the samples
     */
    static <T> List<T> of(int drawable, int samples, long seed, Supplier<Function<int[], T>> sweeps) {
        int lots = Math.min(samples, MOST_LOTS);
        List<List<T>> found = IntStream.range(0, lots)
                .parallel()
                .mapToObj(lot -> lot(
                        drawable,
                        (int) ((long) lot * samples / lots),
                        (int) ((lot + 1L) * samples / lots),
                        seed,
                        sweeps.get()))
                .toList();
        return found.stream().flatMap(List::stream).toList();
    }

    private static <T> List<T> lot(int drawable, int from, int to, long seed, Function<int[], T> sweep) {
        List<T> found = new ArrayList<>();
        int[] counts = new int[drawable];
        SplittableRandom random = after((long) from * drawable, seed);
        for (int sample = from; sample < to; sample++) {
            draw(counts, random);
            found.add(sweep.apply(counts));
        }
        return found;
    }

    /** The generator of a seed once it has given so many numbers. */
    static SplittableRandom after(long given, long seed) {
        return new SplittableRandom(seed + given * GAMMA);
    }

    /** Draws as many as there are, with replacement, and counts how often each was drawn. */
    static void draw(int[] counts, SplittableRandom random) {
        Arrays.fill(counts, 0);
        long twice = 2L * counts.length;
        for (int draw = 0; draw < counts.length; draw++) {
            // The high half of a product, since what nextInt(bound) makes of a seed is not the same in every Java.
            counts[(int) Math.multiplyHigh(random.nextLong() >>> 1, twice)]++;
        }
    }
}
