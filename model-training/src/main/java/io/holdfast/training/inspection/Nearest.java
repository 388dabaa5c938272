package io.holdfast.training.inspection;

import java.util.Arrays;

/** Gathers what lies around one row from all rows, told in their order. Most of them are passed over by the block, since nearer ones are known. */
final class Nearest implements ComparedRows.Compared {
    private static final int BLOCK = 512;

    private final int except;
    private final int[] rows = new int[Neighbourhood.FAR];
    private final int[] nearest = new int[Neighbourhood.FAR];
    private int found;

    // How many rows differ in so many columns: right below `enough`, with which the near rows are counted out.
    private final int[] counts;
    private int enough = Integer.MAX_VALUE;

    /**
     * Nothing told yet.
     *
     * @param width columns compared
     * @param except a row that does not count
     */
    Nearest(int width, int except) {
        this.except = except;
        counts = new int[width + 1];
        // A place that is not taken is farther than any row.
        Arrays.fill(nearest, Integer.MAX_VALUE);
    }

    @Override
    public void take(int from, int count, int[] distances, int[] differing) {
        for (int at = 0; at < count; at += BLOCK) {
            int to = Math.min(count, at + BLOCK);
            if (any(distances, at, to, nearest[Neighbourhood.FAR - 1]) || any(differing, at, to, enough)) {
                look(from, at, to, distances, differing);
            }
        }
    }

    /** Whether one is below a limit; without a branch in the loop, so that the JVM looks at several at a time. */
    private static boolean any(int[] values, int at, int to, int limit) {
        int least = limit;
        for (int i = at; i < to; i++) {
            least = Math.min(least, values[i]);
        }
        return least < limit;
    }

    private void look(int from, int at, int to, int[] distances, int[] differing) {
        for (int i = at; i < to; i++) {
            if (from + i == except) {
                continue;
            }
            counts[differing[i]]++;
            if (distances[i] < nearest[Neighbourhood.FAR - 1]) {
                enter(from + i, distances[i]);
            }
        }
        int near = 0;
        for (int differ = 0; differ < counts.length && near < Neighbourhood.NEAR; differ++) {
            near += counts[differ];
            enough = near < Neighbourhood.NEAR ? Integer.MAX_VALUE : differ;
        }
    }

    /** Behind those that are as near. */
    private void enter(int row, int distance) {
        int place = found < Neighbourhood.FAR ? found++ : Neighbourhood.FAR - 1;
        for (; place > 0 && nearest[place - 1] > distance; place--) {
            nearest[place] = nearest[place - 1];
            rows[place] = rows[place - 1];
        }
        nearest[place] = distance;
        rows[place] = row;
    }

    /** What was found among the rows told, at least as many as {@link Neighbourhood#FAR}. */
    Neighbourhood found() {
        int[] lowest = new int[Neighbourhood.NEAR];
        int filled = 0;
        for (int differ = 0; differ < counts.length; differ++) {
            for (int i = 0; i < counts[differ] && filled < lowest.length; i++) {
                lowest[filled++] = differ;
            }
        }
        return new Neighbourhood(rows, nearest, lowest);
    }
}
