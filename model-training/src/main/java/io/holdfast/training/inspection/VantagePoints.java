package io.holdfast.training.inspection;

import java.util.Arrays;

/**
 * A vantage-point tree (Yianilos 1993) over rows: finds the rows near one without comparing it with all, by the triangle inequality. The
 * tree is an array: a row, then those nearer to it than their median, then those farther.
 */
final class VantagePoints {
    private static final int LEAF = 16;

    private final int width;
    private final boolean[] ordered;
    private final char[] codes;
    private final int[] order;
    private final int[] medians;

    VantagePoints(ComparedRows source, long seed) {
        width = source.width();
        ordered = new boolean[width];
        int size = source.size();
        codes = new char[Math.multiplyExact(size, width)];
        for (int c = 0; c < width; c++) {
            char[] column = source.column(c).codes();
            ordered[c] = source.column(c).ordered();
            for (int row = 0; row < size; row++) {
                codes[row * width + c] = column[row];
            }
        }
        order = new int[size];
        Arrays.setAll(order, row -> row);
        medians = new int[size];
        new Lots(seed).shuffle(order);
        build(0, size, new long[size]);
    }

    private void build(int from, int to, long[] scratch) {
        if (to - from <= LEAF) {
            return;
        }
        int vantage = order[from];
        for (int i = from + 1; i < to; i++) {
            // Distance and row in one number, which sorts by distance and then by row.
            scratch[i] = ((long) distance(vantage, order[i], Integer.MAX_VALUE) << Integer.SIZE) | order[i];
        }
        Arrays.sort(scratch, from + 1, to);
        for (int i = from + 1; i < to; i++) {
            order[i] = (int) scratch[i];
        }
        int middle = middle(from, to);
        medians[from] = (int) (scratch[middle] >>> Integer.SIZE);
        build(from + 1, middle, scratch);
        build(middle, to, scratch);
    }

    private static int middle(int from, int to) {
        return from + 1 + (to - from - 1) / 2;
    }

    /** The distance of two rows, or some number above the limit if it exceeds that. */
    int distance(int row, int other, int limit) {
        int sum = 0;
        int a = row * width;
        int b = other * width;
        for (int c = 0; c < width && sum <= limit; c++) {
            sum += ComparedRows.difference(ordered[c], codes[a + c], codes[b + c]);
        }
        return sum;
    }

    /** The rows nearest to one, itself not counted: for one thread. */
    final class Search {
        private final int[] rows;
        private final int[] distances;
        private final int budget;
        private int found;
        private int compared;
        private int radius;

        /**
         * A search to be used again and again.
         *
         * @param most rows to find
         * @param budget comparisons after which a search ends with what it has found
         */
        Search(int most, int budget) {
            rows = new int[most];
            distances = new int[most];
            this.budget = budget;
        }

        /** How many rows were found within the radius, nearest first. */
        int around(int row, int within) {
            found = 0;
            compared = 0;
            radius = within;
            search(row, 0, order.length);
            return found;
        }

        int row(int place) {
            return rows[place];
        }

        int[] distances() {
            return distances;
        }

        private void search(int query, int from, int to) {
            if (from >= to || compared >= budget) {
                return;
            }
            if (to - from <= LEAF) {
                for (int i = from; i < to; i++) {
                    offer(query, order[i], radius);
                }
                return;
            }
            int distance = offer(query, order[from], Integer.MAX_VALUE);
            int middle = middle(from, to);
            int median = medians[from];
            if (distance < median) {
                search(query, from + 1, middle);
                if (distance + (long) radius >= median) {
                    search(query, middle, to);
                }
            } else {
                search(query, middle, to);
                if (distance - (long) radius <= median) {
                    search(query, from + 1, middle);
                }
            }
        }

        private int offer(int query, int row, int limit) {
            int distance = distance(query, row, limit);
            compared++;
            if (row == query || distance > radius || (found == rows.length && distance >= distances[found - 1])) {
                return distance;
            }
            int at = found < rows.length ? found++ : found - 1;
            for (; at > 0 && distances[at - 1] > distance; at--) {
                distances[at] = distances[at - 1];
                rows[at] = rows[at - 1];
            }
            distances[at] = distance;
            rows[at] = row;
            if (found == rows.length) {
                radius = Math.min(radius, distances[found - 1]);
            }
            return distance;
        }
    }
}
