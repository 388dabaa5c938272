package io.holdfast.training.inspection;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Draws by lot, the same from a seed on every Java version. */
final class Lots {
    private final SplittableRandom random;

    Lots(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A number from 0 to below the bound, each as likely. */
    int below(int bound) {
        // The high half of a product, since what nextInt(bound) makes of a seed is not the same in every Java.
        return (int) Math.multiplyHigh(random.nextLong() >>> 1, 2L * bound);
    }

    /** Puts the elements into any order (Fisher and Yates 1938, Durstenfeld 1964). */
    void shuffle(int[] elements) {
        for (int left = elements.length; left > 1; left--) {
            int other = below(left);
            int kept = elements[left - 1];
            elements[left - 1] = elements[other];
            elements[other] = kept;
        }
    }

    /** So many different numbers from 0 to below the bound, ascending; all of them where there are no more. */
    int[] sample(int bound, int wanted) {
        if (wanted >= bound) {
            int[] all = new int[bound];
            Arrays.setAll(all, i -> i);
            return all;
        }
        // Floyd's algorithm (Bentley and Floyd 1987) over a sorted set.
        TreeSet<Integer> chosen = new TreeSet<>();
        for (int last = bound - wanted; last < bound; last++) {
            int candidate = below(last + 1);
            chosen.add(chosen.contains(candidate) ? last : candidate);
        }
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }
}
