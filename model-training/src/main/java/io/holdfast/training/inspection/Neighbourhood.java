package io.holdfast.training.inspection;

/**
 * What lies around one row, nearest first.
 *
 * <p>A row has a <em>near-copy</em> if there is a gap behind its nearest rows: if the next one is at least twice as far away, or, counting
 * the columns that differ, if the nearest differ in two at most and the next in two more. The gap may come behind the first to the
 * nineteenth neighbour, for tables that hold customers many times.
 *
 * @param rows the nearest rows
 * @param distances theirs, ascending
 * @param differing the lowest counts of differing columns, ascending; not of the same rows
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Neighbourhood(int[] rows, int[] distances, int[] differing) {
    /** Neighbours looked at for gaps, and from which chance rows are mixed. */
    static final int NEAR = 20;

    /** Neighbours looked at for the dimension of the data; those beyond the near ones cannot be copies. */
    static final int FAR = 40;

    private static final int MOST_DIFFERING = 2;

    /** The sum over the near places of 1/i up to the last, averaged over the far half: what the logarithm below averages to in one dimension. */
    private static final double ONE_DIMENSION = oneDimension();

    /** How many of the nearest rows lie before a gap in distance; 0 where there is none. */
    int beforeGap() {
        return beforeGap(distances, NEAR);
    }

    /** The same for any ascending distances: the farthest gap counts. */
    static int beforeGap(int[] distances, int count) {
        for (int last = count - 2; last >= 0; last--) {
            if (distances[last + 1] > 0 && 2L * distances[last] <= distances[last + 1]) {
                return last + 1;
            }
        }
        return 0;
    }

    /** How many rows differ in two columns at most, before a gap of two columns; 0 where there is none. */
    int beforeColumnGap() {
        for (int last = NEAR - 2; last >= 0; last--) {
            if (differing[last] <= MOST_DIFFERING && differing[last + 1] - differing[last] >= 2) {
                return last + 1;
            }
        }
        return 0;
    }

    /**
     * How likely such a gap is by chance where rows are strewn evenly over a space of some dimension: the j-th distance is at most half
     * the next with probability 2^(-j m). The dimension m is the estimate of Levina and Bickel (2004) from the far neighbours, so that
     * copies do not enter it.
     */
    double chanceOfGap() {
        if (distances[NEAR - 1] == 0) {
            return 0;
        }
        double logarithms = 0;
        for (int i = NEAR - 1; i < FAR - 1; i++) {
            logarithms += StrictMath.log((double) distances[FAR - 1] / distances[i]);
        }
        if (logarithms == 0) {
            return 0;
        }
        double dimension = ONE_DIMENSION * (FAR - NEAR) / logarithms;
        double none = 1;
        for (int j = 1; j < NEAR; j++) {
            none *= 1 - StrictMath.pow(2, -j * dimension);
        }
        return 1 - none;
    }

    private static double oneDimension() {
        double sum = 0;
        for (int j = NEAR; j < FAR; j++) {
            for (int i = j; i < FAR; i++) {
                sum += 1.0 / i;
            }
        }
        return sum / (FAR - NEAR);
    }
}
