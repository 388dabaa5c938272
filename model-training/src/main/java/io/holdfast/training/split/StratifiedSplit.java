package io.holdfast.training.split;

import java.util.Arrays;

/** A random split into 60 % training, 20 % validation and 20 % test rows, dealt by {@link StratifiedDeal}. */
final class StratifiedSplit {
    private static final Part[] PARTS = {Part.TRAINING, Part.VALIDATION, Part.TEST};
    private static final double[] SHARES = {0.6, 0.2, 0.2};

    private StratifiedSplit() {}

    /** The split of rows by their classes; rows of one group stay together. */
    static Split of(boolean[] positives, int[] groups, long seed) {
        return new Split(Arrays.stream(StratifiedDeal.parts(positives, groups, SHARES, seed))
                .mapToObj(part -> PARTS[part])
                .toArray(Part[]::new));
    }
}
