package io.holdfast.training.inspection;

/** How all rows compare with one, side by side. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Comparison(int[] distances, int[] differing) {
    static Comparison of(ComparedRows rows, int[] query) {
        Comparison all = new Comparison(new int[rows.size()], new int[rows.size()]);
        rows.compare(query, (from, count, distances, differing) -> {
            System.arraycopy(distances, 0, all.distances, from, count);
            System.arraycopy(differing, 0, all.differing, from, count);
        });
        return all;
    }

    /** What lies around a row of which only this is known. */
    static Neighbourhood around(int[] distances, int[] differing, int width, int except) {
        Nearest nearest = new Nearest(width, except);
        nearest.take(0, distances.length, distances, differing);
        return nearest.found();
    }
}
